import { libraryWords } from '../../src/renderer/words/library.ts'
import { expect, test } from './fixtures.ts'

const say = libraryWords.ko
const files = {
  'course.yaml': 'title: 네트워크\n',
  '01-tcp.ko.md': '---\ntitle: TCP\nlang: ko\n---\n\n---\nid: one\nasks: [q-a]\n---\n\n## 하나\n\n글\n',
  'questions.ko.md':
    '---\nid: q-a\n---\n\n## TCP는 연결을 어떻게 여나요?\n\n### 답변\n\n세 번 주고받아요.\n\n### 핵심\n\n- SYN\n- ACK\n',
}

test.describe('a copied folder', () => {
  test.use({ ownShell: true })

  test('is asked about once: said to be the same course, it has what was answered there', async ({ app }) => {
    const [original, copy] = [await app.folder(files), await app.folder(files)]
    const answers = { suggested: null, points: [], ms: 0, hints: 0, gaveUp: false, recall: 'said' }
    await app.ask('library:open', { folder: original })
    const scope = { course: original, mode: 'due', topic: null, since: 0, lang: 'ko' }
    const { card } = (await app.ask('review:session', { scope })).value as { card: { card: string } }
    await app.ask('review:answer', { scope, ...answers, card: card.card, grade: 'good' })

    await app.ask('library:open', { folder: copy })
    const { library } = app
    await expect(library.getByRole('heading', { name: say.copyBanner })).toBeVisible()
    await library.getByRole('button', { name: say.copyChoose }).click()
    const dialog = library.getByRole('dialog', { name: say.copyTitle })
    await expect(dialog.getByText(original, { exact: true })).toBeVisible()
    await dialog.getByRole('radio', { name: say.copySame }).check()
    await dialog.getByRole('button', { name: say.copySettle }).click()
    await expect(library.getByText(say.copyIsSame)).toBeVisible()
    await expect(library.getByRole('heading', { name: say.copyBanner })).toBeHidden()
    const session = await app.ask('review:session', { scope: { ...scope, course: copy } })
    expect(session.value).toMatchObject({ card: null, counts: { done: 1 } })

    await app.restart()
    await expect(app.library.getByRole('heading', { level: 1, name: '네트워크' })).toBeVisible()
    await expect(app.library.getByRole('heading', { name: say.copyBanner })).toBeHidden()
  })
})
