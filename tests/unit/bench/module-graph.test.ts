import { expect, it } from 'vitest'
import { filesOf } from '../../bench/module-graph.ts'

const files: Readonly<Record<string, string>> = {
  'deck/index.html': `<!doctype html>
    <link rel="icon" href="data:," />
    <script type="module" crossorigin src="../code/deck.js"></script>
    <link rel="modulepreload" crossorigin href="../code/shared.js">
    <link rel="stylesheet" crossorigin href="../code/deck.css">`,
  'code/deck.js': `import { a } from"./shared.js";import"./effect.js";export{b}from"./again.js";export*from './all.js'
    const later = () => import('./later.js'); const text = 'import "./text.js"' // import './comment.js'`,
  'code/shared.js': `import{c}from"./again.js";export const a = c`,
  'code/again.js': `import"./shared.js";export const b = 1, c = 2`,
  'code/effect.js': `globalThis.x = 1`,
  'code/all.js': `export default 1`,
  'code/later.js': `export default 1`,
}

const read = (path: string): Promise<string> => {
  const text = files[path]
  return text === undefined ? Promise.reject(new Error(`read ${path}`)) : Promise.resolve(text)
}

it('follows static imports once each, through cycles, and nothing that only looks like one', async () => {
  const { scripts, styles } = await filesOf('deck/index.html', read)
  expect([...scripts].sort()).toEqual(['again', 'all', 'deck', 'effect', 'shared'].map((name) => `code/${name}.js`))
  expect(styles).toEqual(['code/deck.css'])
})

it('fails where a file that a page needs is not there', async () => {
  await expect(filesOf('print/index.html', read)).rejects.toThrow('print/index.html')
})
