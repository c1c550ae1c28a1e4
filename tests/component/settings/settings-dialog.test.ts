import { fake } from '../library/fake-shell.ts'
import { courseOf, libraryOf, notesCourse } from '../library/sample-library.ts'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import SettingsDialog from '../../../src/renderer/settings/SettingsDialog.svelte'
import { complaints, readyShell } from '../review/open-view.ts'
import { overviewOf } from '../review/sample-statistics.ts'

async function open(course?: string, prepare: () => void = () => undefined) {
  await readyShell(() => {
    fake.when('review:read', () => overviewOf())
    prepare()
  })
  const onclose = vi.fn<() => void>()
  const props = course === undefined ? { onclose } : { course, onclose }
  return { screen: await render(SettingsDialog, props), onclose }
}

test('settings hold language, theme, notes and reviewing, close by Escape, and please axe', async () => {
  const { screen, onclose } = await open()
  for (const name of ['언어', '화면 테마', '어디에 쓸까요?'])
    await expect.element(screen.getByRole('group', { name })).toBeVisible()
  await expect.element(screen.getByRole('slider', { name: '발표자 노트 글자 크기' })).toHaveValue('1')
  expect(await complaints()).toEqual([])
  await userEvent.keyboard('{Escape}')
  expect(onclose).toHaveBeenCalledOnce()
})

test('the size of the notes is set where the thumb is let go', async () => {
  const { screen } = await open()
  const slider = screen.getByRole('slider', { name: '발표자 노트 글자 크기' })
  slider.element().focus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.poll(() => fake.payloads('settings:write')).toEqual([{ notesScale: 1.1 }])
  await expect.element(slider).toHaveAttribute('aria-valuetext', '110%')
})

test.each([
  ['the given course', '/net', '/net'],
  ['the course that the library shows', undefined, 'docker'],
])('reviewing is set for %s', async (_what, course, read) => {
  await open(course)
  await expect.poll(() => fake.payloads('review:read')).toEqual([{ course: read, lang: 'ko' }])
})

test('reviewing is set for a course that asks something, and for none where none does', async () => {
  const chosen = (courses: ReturnType<typeof courseOf>[]) => () => {
    fake.state = libraryOf({ courses })
    fake.settings = { ...fake.settings, course: notesCourse.id }
  }
  await open(undefined, chosen([notesCourse, courseOf()]))
  await expect.poll(() => fake.payloads('review:read')).toEqual([{ course: 'docker', lang: 'ko' }])
  const { screen } = await open(undefined, chosen([notesCourse]))
  await expect.poll(() => fake.payloads('library:read')).toHaveLength(1)
  await expect.element(screen.getByRole('heading', { name: '복습' })).not.toBeInTheDocument()
  expect(fake.payloads('review:read')).toEqual([])
})

test('what is set elsewhere is followed', async () => {
  const { screen } = await open()
  const field = screen.getByRole('spinbutton', { name: '하루에 새로 배울 질문' })
  await expect.element(field).toHaveValue(20)
  fake.when('review:read', () => overviewOf({ params: { ...overviewOf().params, newPerDay: 5 } }))
  fake.tell('review:changed', null)
  await expect.element(field).toHaveValue(5)
})

test.each([1280, 420])('no theme is left to a row of its own in a window of %i', async (width) => {
  await page.viewport(width, 720)
  const { screen } = await open()
  const themes = screen.getByRole('group', { name: '화면 테마' })
  const tops = themes
    .getByRole('radio')
    .elements()
    .map((one) => one.getBoundingClientRect().top)
  const rows = [...new Set(tops)].map((top) => tops.filter((one) => one === top).length)
  expect(rows).toEqual(width > 480 ? [4] : [2, 2])
  await page.viewport(1280, 720)
})
