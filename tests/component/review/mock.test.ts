import { Failed, fake } from '../library/fake-shell.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { pressKey } from '../deck/press-key.ts'
import { openMock } from './open-mock.ts'
import { mockQuestion, mockResult, topics } from './sample-mock.ts'

const draftKey = 'lectern-mock:docker'
const heading = (name: string) => page.getByRole('heading', { level: 1, name })
const focused = (): string => document.activeElement?.textContent.trim() ?? ''

/** Waits for a question, and that reading begins there. */
async function isAsked(name: string): Promise<void> {
  await expect.element(heading(`${name} 질문인가요?`)).toBeVisible()
  await expect.poll(focused).toBe(`${name} 질문인가요?`)
}
async function begin(kind: '연습' | '실전' = '연습'): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).click()
  await page.getByRole('button', { name: '면접 시작' }).click()
  await isAsked('하나')
}
const recorded = () => fake.payloads('review:mock')

interface Draft {
  readonly spent: Readonly<Record<string, { readonly ms: number }>>
  readonly now: { readonly asked: readonly unknown[] }
}
const kept = (): Draft => JSON.parse(sessionStorage.getItem(draftKey) ?? '{}') as Draft

/** As a reload that finds another draft; the window that goes keeps its own first. */
const reopenWith = (draft: string) => openMock({ prepare: () => sessionStorage.setItem(draftKey, draft) })

/** A reload, as if so long had passed with the first question in front. */
function reopenLater(ms: number) {
  return reopenWith(JSON.stringify({ ...kept(), spent: { 'docker/하나': { ms, hints: 0 } } }))
}

beforeEach(() => sessionStorage.clear())
afterEach(async () => {
  await page.viewport(1280, 720)
  sessionStorage.clear()
  vi.restoreAllMocks()
})

describe('setting up', () => {
  test('asks about all topics with five questions, unless something else is chosen', async () => {
    await openMock()
    await expect.element(page.getByRole('checkbox', { name: /^도커와 VM/ })).toBeChecked()
    await expect.element(page.getByText('질문 없는 덱')).not.toBeInTheDocument()
    await begin()
    expect(fake.payloads('review:plan')).toMatchObject([{ course: 'docker', lang: 'ko', topics: [], count: 5 }])

    await openMock({ prepare: () => sessionStorage.clear() })
    await page.getByRole('checkbox', { name: /^이미지와 컨테이너/ }).click()
    await page.getByRole('radio', { name: /^10문항/ }).click()
    await begin('실전')
    expect(fake.payloads('review:plan')).toMatchObject([{ topics: ['01-vm'], count: 10 }])
  })

  test('says beforehand how many follow-ups may come, of the topics that are chosen', async () => {
    await openMock()
    const five = page.getByRole('radio', { name: /^5문항/ })
    await expect.element(five).toHaveAccessibleName('5문항 꼬리 질문 최대 10개')
    await page.getByRole('checkbox', { name: /^도커와 VM/ }).click()
    await expect.element(five).toHaveAccessibleName('5문항 꼬리 질문 최대 4개')
  })

  test('can be begun without scrolling, however many topics there are', async () => {
    const many = topics.flatMap((topic) =>
      Array.from({ length: 6 }, (_, i) => ({ ...topic, name: `${topic.name}-${i}` })),
    )
    for (const [width, height] of [
      [1280, 720],
      [960, 600],
      [420, 800],
    ] as const) {
      await page.viewport(width, height)
      await openMock({ topics: many })
      const button = page.getByRole('button', { name: '면접 시작' }).element()
      const { left, top, bottom } = button.getBoundingClientRect()
      // No row of a topic shows below it.
      expect(document.elementFromPoint(left + 4, height - 2)?.matches('.begin')).toBe(true)
      expect(top).toBeGreaterThan(0)
      expect(bottom).toBeLessThanOrEqual(height)
    }
  })

  test('needs a topic', async () => {
    await openMock()
    await page.getByRole('checkbox', { name: '모두 선택' }).click()
    await expect.element(page.getByRole('status')).toHaveTextContent('주제를 하나 이상 골라 주세요.')
    await expect.element(page.getByRole('button', { name: '면접 시작' })).toBeDisabled()
    pressKey('Enter')
    expect(fake.payloads('review:plan')).toEqual([])
    await page.getByRole('checkbox', { name: '모두 선택' }).click()
    await expect.element(page.getByRole('checkbox', { name: /^도커와 VM/ })).toBeChecked()
  })

  test.each(['Enter', 'Space'])('begins with %s from where reading begins', async (code) => {
    await openMock()
    await expect.poll(focused).toBe('모의 면접')
    pressKey(code)
    await isAsked('하나')
  })

  test('begins with no other key, nor where a key means something else', async () => {
    await openMock()
    await expect.poll(focused).toBe('모의 면접')
    for (const init of [
      { altKey: true },
      { ctrlKey: true },
      { metaKey: true },
      { isComposing: true },
      { repeat: true },
    ])
      expect(pressKey('Enter', init).defaultPrevented, JSON.stringify(init)).toBe(false)
    expect(pressKey('KeyA').defaultPrevented).toBe(false)
    const take = (event: Event): void => event.preventDefault()
    document.activeElement?.addEventListener('keydown', take)
    pressKey('Enter')
    document.activeElement?.removeEventListener('keydown', take)
    page.getByRole('button', { name: '면접 시작' }).element().focus()
    expect(pressKey('Space').defaultPrevented).toBe(false)
    page
      .getByRole('checkbox', { name: /^도커와 VM/ })
      .element()
      .focus()
    expect(pressKey('Space').defaultPrevented).toBe(false)
    expect(fake.payloads('review:plan')).toEqual([])
  })

  test('begins with Enter in a choice', async () => {
    await openMock()
    page
      .getByRole('checkbox', { name: /^도커와 VM/ })
      .element()
      .focus()
    await userEvent.keyboard('{Enter}')
    await isAsked('하나')
  })

  test('says where there is nothing to ask', async () => {
    await openMock({ plan: [] })
    await page.getByRole('button', { name: '면접 시작' }).click()
    await expect.element(page.getByText('고른 주제에 물어볼 질문이 없어요.')).toBeVisible()
  })

  test('says why it could not be planned, and can be tried again', async () => {
    await openMock({
      prepare: () =>
        fake.when('review:plan', () => {
          throw new Failed({ code: 'not-found', message: { ko: '강의가 없어요.', en: 'No course.' } })
        }),
    })
    await page.getByRole('button', { name: '면접 시작' }).click()
    await expect.poll(() => fake.payloads('review:plan')).toHaveLength(1)
    await expect.element(page.getByRole('button', { name: '면접 시작' })).toBeEnabled()
  })

  test('Escape leaves', async () => {
    const onleave = vi.fn()
    await openMock({ onleave })
    await expect.poll(focused).toBe('모의 면접')
    pressKey('Escape')
    expect(onleave).toHaveBeenCalledOnce()
  })

  test('lists earlier interviews and opens their reports, all of them when asked', async () => {
    const answer = { card: 'docker/하나', after: null, points: ['hit', 'miss'] as const, ms: 65_000, hints: 0 }
    const earlier = Array.from({ length: 7 }, (_, at) => mockResult(`m${at}`, 'real', [answer], at * 86_400_000))
    const screen = await openMock({ earlier })
    await expect.element(page.getByRole('button', { name: '7개 모두 보기' })).toBeVisible()
    expect(screen.container.querySelectorAll('ul li')).toHaveLength(5)
    await page.getByRole('button', { name: '7개 모두 보기' }).click()
    await expect.poll(() => screen.container.querySelectorAll('ul li')).toHaveLength(7)
    await page.getByRole('button', { name: /50점/ }).first().click()
    await expect.element(heading('모의 면접 보고서')).toBeVisible()
    pressKey('Escape')
    await expect.element(heading('모의 면접')).toBeVisible()
  })

  test('hears of interviews that another window held', async () => {
    await openMock()
    await expect.element(page.getByText('아직 본 면접이 없어요.')).toBeVisible()
    const answer = { card: 'docker/하나', after: null, points: [], ms: 1, hints: 0 }
    fake.when('review:mocks', () => [mockResult('m', 'practice', [answer])])
    fake.tell('review:changed', null)
    await expect.element(page.getByText('연습 · 1문항')).toBeVisible()
  })
})

describe('practising', () => {
  test('goes from question to points to the next question, and records what was marked, by keys', async () => {
    await openMock()
    await begin()
    await expect.element(page.getByText('질문 2개 중 1번째')).toBeVisible()
    await expect.element(page.getByText('첫 포인트 하나 설명')).not.toBeInTheDocument()
    pressKey('Space')
    await expect.element(page.getByText('첫 포인트 하나 설명').first()).toBeVisible()
    await expect.element(page.getByRole('button', { name: '다음' })).toBeDisabled()
    pressKey('Space')
    expect(fake.payloads('review:followUp')).toEqual([])
    await expect.element(page.getByRole('status')).toHaveTextContent('1번째 포인트. 첫 포인트 하나 설명')
    pressKey('KeyJ')
    await expect.element(page.getByRole('status')).toHaveTextContent('2번째 포인트. 둘째 포인트 하나 설명')
    pressKey('KeyL')
    await expect.element(page.getByText('포인트 2개 중 2개 확인')).toBeVisible()
    pressKey('Space')
    await isAsked('둘')
    pressKey('Space')
    for (const code of ['KeyK', 'KeyJ', 'KeyJ']) pressKey(code)
    pressKey('Space')
    await expect.element(heading('모의 면접 보고서')).toBeVisible()
    await expect.poll(focused).toBe('모의 면접 보고서')
    expect(recorded()).toMatchObject([
      {
        course: 'docker',
        lang: 'ko',
        kind: 'practice',
        answers: [
          { card: 'docker/하나', after: null, points: ['hit', 'miss'], hints: 0 },
          { card: 'docker/둘', after: null, points: ['half', 'hit', 'hit'], hints: 0 },
        ],
      },
    ])
    expect(sessionStorage.getItem(draftKey)).toBeNull()
  })

  test('tells how many points there are, then how they begin, and counts the hints', async () => {
    await openMock()
    await begin()
    pressKey('KeyH')
    await expect.element(page.getByText('포인트는 2개예요.')).toBeVisible()
    await expect.element(page.getByText(/^1번째:/)).not.toBeInTheDocument()
    pressKey('KeyH')
    await expect.element(page.getByText('1번째: 첫…')).toBeVisible()
    pressKey('KeyH')
    await expect.element(page.getByRole('button', { name: '힌트' })).toBeDisabled()
    pressKey('Space')
    pressKey('KeyJ')
    pressKey('KeyJ')
    pressKey('Space')
    await isAsked('둘')
    pressKey('Escape')
    await page.getByRole('button', { name: '여기까지 보고서 보기' }).click()
    await expect.element(page.getByText(/힌트 3번/)).toBeVisible()
  })

  test('is marked by buttons too: the focus goes to the next point, then to the way on', async () => {
    await openMock()
    await begin()
    await page.getByRole('button', { name: '다 답했어요, 포인트 보기' }).click()
    await isAsked('하나')
    const points = page.getByRole('group')
    await points.first().getByRole('button', { name: '놓침' }).click()
    await expect.element(points.nth(1).getByRole('button', { name: '맞힘' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('button', { name: '다음' })).toHaveFocus()
    await expect.element(points.first().getByRole('button', { name: '놓침' })).toHaveAttribute('aria-pressed', 'true')
    await userEvent.keyboard('{Enter}')
    await isAsked('둘')
  })

  test('arrows move among points, so that a mark can be changed', async () => {
    await openMock()
    await begin()
    pressKey('Space')
    pressKey('KeyJ')
    pressKey('ArrowUp')
    pressKey('KeyL')
    await expect
      .element(page.getByRole('group').first().getByRole('button', { name: '놓침' }))
      .toHaveAttribute('aria-pressed', 'true')
    await expect.element(page.getByRole('status')).toHaveTextContent('2번째 포인트. 둘째 포인트 하나 설명')
    // All of what keys do not do here is left to the window: arrows scroll while answering.
    pressKey('KeyJ')
    pressKey('Space')
    await isAsked('둘')
    expect(pressKey('ArrowDown').defaultPrevented).toBe(false)
  })

  test('Z takes back the last mark, then the points, and the last step to a question', async () => {
    await openMock()
    await begin()
    await expect.element(page.getByRole('button', { name: '되돌리기' })).toBeDisabled()
    pressKey('Space')
    pressKey('KeyJ')
    pressKey('KeyL')
    pressKey('Space')
    await isAsked('둘')
    pressKey('KeyZ')
    await expect.element(page.getByText('포인트 2개 중 2개 확인')).toBeVisible()
    pressKey('KeyZ')
    await expect.element(page.getByText('포인트 2개 중 1개 확인')).toBeVisible()
    pressKey('KeyK')
    await expect
      .element(page.getByRole('group').nth(1).getByRole('button', { name: '일부' }))
      .toHaveAttribute('aria-pressed', 'true')
    for (let turn = 0; turn < 3; turn += 1) pressKey('KeyZ')
    await expect.element(page.getByRole('button', { name: '다 답했어요, 포인트 보기' })).toBeVisible()
  })

  test('shows the answer where a question has no points', async () => {
    await openMock({ plan: [mockQuestion('셋', 0)] })
    await page.getByRole('button', { name: '면접 시작' }).click()
    await isAsked('셋')
    await expect.element(page.getByRole('button', { name: '힌트' })).not.toBeInTheDocument()
    pressKey('Space')
    await expect.element(page.getByText('셋의 답변이에요.')).toBeVisible()
    pressKey('Space')
    await expect.element(heading('모의 면접 보고서')).toBeVisible()
    await expect.element(page.getByText('점수 없음').first()).toBeVisible()
    await expect.element(page.getByRole('button', { name: '복습에 추가' })).toBeDisabled()
  })
})

test('the point whose turn it is comes into sight', async () => {
  await page.viewport(480, 320)
  await openMock({ plan: [mockQuestion('하나', 4)] })
  await page.getByRole('button', { name: '면접 시작' }).click()
  await isAsked('하나')
  pressKey('Space')
  await expect.element(page.getByRole('status')).toMatchTextContent(/^1번째/)
  for (const code of ['KeyJ', 'KeyJ', 'KeyJ']) pressKey(code)
  await expect.element(page.getByText('넷째 포인트 하나 설명').first()).toBeInViewport()
})

describe('for real', () => {
  test('goes on at once without hints, checks at the end one after the other, then reports', async () => {
    await openMock()
    await begin('실전')
    await expect.element(page.getByRole('button', { name: '힌트' })).not.toBeInTheDocument()
    pressKey('KeyH')
    pressKey('Space')
    await isAsked('둘')
    expect(page.getByText('포인트는 2개예요.').query()).toBeNull()
    await page.getByRole('button', { name: '다 답했어요, 다음 질문' }).click()
    await isAsked('하나')
    await expect.element(page.getByText('답한 질문 2개 중 1번째 확인')).toBeVisible()
    pressKey('KeyJ')
    pressKey('KeyJ')
    pressKey('Space')
    await isAsked('둘')
    await expect.element(page.getByText('답한 질문 2개 중 2번째 확인')).toBeVisible()
    for (const code of ['KeyL', 'KeyL', 'KeyL']) pressKey(code)
    expect(recorded()).toEqual([])
    pressKey('Space')
    await expect.element(heading('모의 면접 보고서')).toBeVisible()
    expect(recorded()).toMatchObject([
      { kind: 'real', answers: [{ points: ['hit', 'hit'] }, { points: ['miss', 'miss', 'miss'] }] },
    ])
    // No follow-up is looked for while checking.
    expect(fake.payloads('review:followUp')).toHaveLength(2)
  })
})

describe('follow-ups', () => {
  const tail = mockQuestion('꼬리', 1, '하나')
  const followUps = { 'docker/하나': tail }

  test('come right after their question, say what they follow, and are told to the shell', async () => {
    await openMock({ followUps })
    await begin('실전')
    pressKey('Space')
    await isAsked('꼬리')
    await expect.element(page.getByText('꼬리 질문', { exact: true })).toBeVisible()
    await expect.element(page.getByText('“하나 질문인가요?”에서 이어지는 질문')).toBeVisible()
    await expect.element(page.getByText('1 / 2 · 꼬리 질문')).toBeVisible()
    pressKey('Space')
    await isAsked('둘')
    const planned = ['docker/하나', 'docker/둘']
    expect(fake.payloads('review:followUp')).toMatchObject([
      { card: 'docker/하나', asked: [{ card: 'docker/하나', after: null }], planned },
      { card: 'docker/꼬리', asked: [{ card: 'docker/하나' }, { card: 'docker/꼬리', after: 'docker/하나' }], planned },
    ])
  })

  test('wait for the check while practising', async () => {
    await openMock({ followUps })
    await begin()
    pressKey('Space')
    pressKey('KeyJ')
    pressKey('KeyJ')
    expect(fake.payloads('review:followUp')).toEqual([])
    pressKey('Space')
    await isAsked('꼬리')
  })

  test('can be skipped, and are not asked for again', async () => {
    await openMock({ followUps })
    await begin('실전')
    pressKey('KeyX')
    await isAsked('하나')
    pressKey('Space')
    await isAsked('꼬리')
    await page.getByRole('button', { name: '꼬리 질문 건너뛰기' }).click()
    await isAsked('둘')
    pressKey('Space')
    await expect.element(page.getByText('답한 질문 2개 중 1번째 확인')).toBeVisible()
    expect(fake.payloads('review:followUp')).toMatchObject([
      {},
      { planned: ['docker/하나', 'docker/둘', 'docker/꼬리'] },
    ])
  })

  test('hold nothing up where they cannot be told', async () => {
    await openMock({
      prepare: () =>
        fake.when('review:followUp', () => {
          throw new Failed({ code: 'internal', message: { ko: '안 돼요.', en: 'No.' } })
        }),
    })
    await begin('실전')
    pressKey('Space')
    await isAsked('둘')
  })
})

describe('time', () => {
  test('counts up, and after two minutes says once, quietly, that they have passed', async () => {
    await openMock()
    await begin()
    await expect.element(page.getByRole('timer')).toMatchTextContent(/^0:\d\d$/)
    expect(page.getByText('2분이 지났어요.', { exact: false }).query()).toBeNull()
    const screen = await reopenLater(119_000)
    await expect.element(page.getByText('2분이 지났어요. 마무리해 볼까요?')).toBeVisible()
    const said = [...screen.container.querySelectorAll('[role=status]')].filter((one) => one.textContent.trim() !== '')
    expect(said).toHaveLength(1)
    expect(screen.container.querySelector('[role=alert]')).toBeNull()
  })

  test('stands still while the person is asked whether to stop', async () => {
    await openMock()
    await begin()
    pressKey('Escape')
    await expect.element(page.getByRole('dialog')).toBeVisible()
    const clock = document.querySelector('[role=timer]')?.textContent
    await new Promise((resolve) => setTimeout(resolve, 1600))
    expect(document.querySelector('[role=timer]')?.textContent).toBe(clock)
  })
})

describe('stopping', () => {
  test('asks first; Escape goes on', async () => {
    await openMock()
    await begin()
    pressKey('Escape')
    await expect.element(page.getByRole('dialog', { name: '면접을 그만둘까요?' })).toBeVisible()
    await expect.element(page.getByRole('button', { name: '여기까지 보고서 보기' })).not.toBeInTheDocument()
    pressKey('Space')
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    await isAsked('하나')
    await expect.element(page.getByRole('timer')).toBeVisible()
  })

  test('forgets everything where that is wanted', async () => {
    await openMock()
    await begin()
    pressKey('Escape')
    await page.getByRole('button', { name: '기록 없이 그만두기' }).click()
    await expect.element(heading('모의 면접')).toBeVisible()
    expect(sessionStorage.getItem(draftKey)).toBeNull()
    expect(recorded()).toEqual([])
  })

  test('reports what was answered: a real interview is checked first', async () => {
    await openMock()
    await begin('실전')
    pressKey('Space')
    await isAsked('둘')
    await page.getByRole('button', { name: '그만두기' }).click()
    await expect.element(page.getByText(/지금까지 1문항에 답했어요/)).toBeVisible()
    await page.getByRole('button', { name: '여기까지 보고서 보기' }).click()
    await expect.element(page.getByText('답한 질문 1개 중 1번째 확인')).toBeVisible()
    await isAsked('하나')
    pressKey('KeyJ')
    pressKey('KeyK')
    pressKey('Space')
    await expect.element(heading('모의 면접 보고서')).toBeVisible()
    expect(recorded()).toMatchObject([{ answers: [{ card: 'docker/하나', points: ['hit', 'half'] }] }])
  })
})

describe('a reload', () => {
  test('comes back to the same question, marks, time and steps to undo', async () => {
    await openMock()
    await begin()
    pressKey('Space')
    pressKey('KeyL')
    await openMock()
    await isAsked('하나')
    await expect.element(page.getByText('포인트 2개 중 1개 확인')).toBeVisible()
    pressKey('KeyZ')
    await expect.element(page.getByText('포인트 2개 중 0개 확인')).toBeVisible()
  })

  test('keeps the time that was used up', async () => {
    await openMock()
    await begin()
    await reopenLater(75_000)
    await expect.element(page.getByRole('timer')).toMatchTextContent(/^1:[1-5]\d$/)
    window.dispatchEvent(new Event('pagehide'))
    expect(kept().spent['docker/하나']?.ms).toBeGreaterThan(75_000)
  })

  test.each([
    ['no JSON', () => '{'],
    ['another shape', () => '{"course":"docker"}'],
    ['a place that is not there', (draft: Draft) => JSON.stringify({ ...draft, now: { ...draft.now, at: 9 } })],
    [
      'a place just behind the last',
      (draft: Draft) => JSON.stringify({ ...draft, now: { ...draft.now, at: draft.now.asked.length } }),
    ],
    ['questions that are missing', (draft: Draft) => JSON.stringify({ ...draft, questions: {} })],
    ['another course', (draft: Draft) => JSON.stringify({ ...draft, course: 'other' })],
  ])('begins anew over %s', async (_, broken) => {
    await openMock()
    await begin()
    await reopenWith(broken(kept()))
    await expect.element(heading('모의 면접')).toBeVisible()
    await expect.element(page.getByRole('button', { name: '면접 시작' })).toBeEnabled()
  })
})

describe('recording', () => {
  const answerAll = async () => {
    await page.getByRole('button', { name: '면접 시작' }).click()
    await isAsked('하나')
    for (const code of ['Space', 'KeyJ', 'KeyJ', 'Space']) pressKey(code)
  }
  const plan = [mockQuestion('하나')]
  const full = new Failed({ code: 'disk-full', message: { ko: '디스크가 찼어요.', en: 'The disk is full.' } } as never)

  test('that fails keeps the answers, and can be tried again', async () => {
    let isFull = true
    await openMock({ plan })
    fake.when('review:mock', ({ kind, answers }: { kind: 'practice'; answers: never }) => {
      if (isFull) throw full
      return mockResult('m', kind, answers)
    })
    await answerAll()
    await expect.element(heading('면접을 기록하지 못했어요')).toBeVisible()
    await expect.element(page.getByRole('alert')).toMatchTextContent('디스크가 찼어요.')
    expect(sessionStorage.getItem(draftKey)).not.toBeNull()
    pressKey('KeyZ')
    await expect.element(page.getByText('포인트 2개 중 2개 확인')).toBeVisible()
    pressKey('Space')
    await expect.element(heading('면접을 기록하지 못했어요')).toBeVisible()
    isFull = false
    await page.getByRole('button', { name: '다시 시도' }).click()
    await expect.element(heading('모의 면접 보고서')).toBeVisible()
    expect(sessionStorage.getItem(draftKey)).toBeNull()
  })

  test('is done once, also where the first answer of the shell was lost', async () => {
    await openMock({ plan })
    const held: unknown[] = []
    fake.when('review:mock', ({ kind, answers }: { kind: 'practice'; answers: never }) => {
      held.push(mockResult('m', kind, answers))
      throw full
    })
    fake.when('review:mocks', () => held as never)
    await answerAll()
    await expect.element(heading('면접을 기록하지 못했어요')).toBeVisible()
    await page.getByRole('button', { name: '다시 시도' }).click()
    await expect.element(heading('모의 면접 보고서')).toBeVisible()
    expect(recorded()).toHaveLength(1)
  })
})

describe('the report', () => {
  const answers = [
    { card: 'docker/하나', after: null, points: ['hit', 'miss'], ms: 65_000, hints: 1 },
    { card: 'docker/꼬리', after: 'docker/하나', points: ['hit'], ms: 20_000, hints: 0 },
    { card: 'docker/둘', after: null, points: ['half', 'half', 'hit'], ms: 130_000, hints: 0 },
    { card: 'docker/옛날', after: null, points: [], ms: 5_000, hints: 0 },
  ] as const
  const openReport = async () => {
    const screen = await openMock({ earlier: [mockResult('m1', 'real', answers, 1_700_000_000_000)] })
    await page.getByRole('button', { name: /4문항/ }).click()
    await expect.poll(focused).toBe('모의 면접 보고서')
    return screen
  }

  test('says score, time, topics, and for each question its time and what was missed', async () => {
    await openReport()
    await expect.element(page.getByText('72점', { exact: true })).toBeVisible()
    await expect.element(page.getByText('3:40', { exact: true })).toBeVisible()
    await expect.element(page.getByRole('row', { name: /도커와 VM 2문항 75점/ })).toBeVisible()
    await expect.element(page.getByRole('row', { name: /이미지와 컨테이너 1문항 67점/ })).toBeVisible()
    const items = page.getByRole('region', { name: '질문별 결과' }).getByRole('listitem')
    await expect.element(items.first()).toMatchTextContent(/하나 질문인가요\?\s*50점/)
    await expect.element(items.first()).toMatchTextContent(/1:05 \(목표 1:00\) · 힌트 1번/)
    await expect.element(items.first()).toMatchTextContent(/놓친 포인트\s*둘째 포인트 하나 설명/)
    await expect.element(page.getByText('포인트를 모두 말했어요.')).toBeVisible()
    await expect.element(page.getByText('일부만 말한 포인트')).toBeVisible()
    await expect.element(page.getByText('지금은 강의에 없는 질문')).toBeVisible()
  })

  test('says of each question all that there is to say, and nothing else', async () => {
    await openReport()
    const items = page.getByRole('region', { name: '질문별 결과' }).getByRole('listitem').elements()
    const lines = (item: Element): string[] =>
      [...item.querySelectorAll(':scope > p, h3, strong, ul li')].map((one) =>
        one.textContent.replace(/\s+/g, ' ').trim(),
      )
    expect(items.filter((item) => item.querySelector('h3')).map(lines)).toEqual([
      ['하나 질문인가요?', '50점', '1:05 (목표 1:00) · 힌트 1번', '놓친 포인트', '둘째 포인트 하나 설명'],
      ['꼬리 질문', '꼬리 질문인가요?', '100점', '0:20 (목표 0:45)', '포인트를 모두 말했어요.'],
      ['둘 질문인가요?', '67점', '2:10 (목표 1:15)', '일부만 말한 포인트', '첫 포인트 둘 설명', '둘째 포인트 둘 설명'],
      ['지금은 강의에 없는 질문', '점수 없음', '0:05'],
    ])
  })

  test('names what was half said beside what was missed, where it is as much', async () => {
    const points = ['half', 'miss'] as const
    const answer = { card: 'docker/하나', after: null, points, ms: 65_000, hints: 0 }
    await openMock({ earlier: [mockResult('m1', 'real', [answer], 1_700_000_000_000)] })
    await page.getByRole('button', { name: /1문항/ }).click()
    await expect.element(page.getByText('일부만 말한 포인트')).toBeVisible()
    await expect.element(page.getByText('놓친 포인트', { exact: true })).toBeVisible()
  })

  test('is taken over into reviewing once', async () => {
    await openReport()
    await page.getByRole('button', { name: '복습에 추가' }).click()
    const added = page.getByRole('button', { name: '복습에 추가했어요' })
    await expect.element(added).toBeDisabled()
    await expect.element(page.getByRole('status')).toHaveTextContent('복습에 추가했어요')
    await expect.element(page.getByRole('button', { name: '인쇄' })).toHaveFocus()
    expect(fake.payloads('review:adopt')).toEqual([{ course: 'docker', lang: 'ko', mock: 'm1' }])
    fake.tell('review:changed', null)
    await expect.element(added).toBeDisabled()
  })

  test('prints light, and is as it was afterwards', async () => {
    fake.settings = { ...fake.settings, theme: 'dark' }
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
    const screen = await openMock({
      earlier: [mockResult('m1', 'real', answers)],
      prepare: () => (fake.settings = { ...fake.settings, theme: 'dark' }),
    })
    await page.getByRole('button', { name: /4문항/ }).click()
    await page.getByRole('button', { name: '인쇄' }).click()
    expect(print).toHaveBeenCalledOnce()
    const theme = () => document.documentElement.dataset['theme']
    expect(theme()).toBe('dark')
    window.dispatchEvent(new Event('beforeprint'))
    expect(theme()).toBe('light')
    window.dispatchEvent(new Event('afterprint'))
    expect(theme()).toBe('dark')
    expect(screen.container.querySelectorAll('ol > li')).toHaveLength(4)
  })
})

test('? lists the keys, which then belong to the list', async () => {
  await openMock()
  await begin()
  pressKey('Slash', { shiftKey: true })
  await expect.element(page.getByRole('dialog')).toBeVisible()
  pressKey('Space')
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  await expect.element(page.getByRole('timer')).toBeVisible()
})
