/**
 * `npm run soak [-- PART…]`: all that is long or a matrix, which `npm test` does a small part of. Shows how far it is and
 * ends in the same lines as `npm test`. Ctrl+C ends it with what there is so far.
 */
import { join } from 'node:path'
import { ensureBrowser } from './ensure-browser.mjs'
import { binOf, root } from './node.mjs'
import { ensureBuilt, ensureInstalled, prepare } from './prepare.mjs'
import { runParts } from './run-parts.mjs'

/** Each part by the tests that hold it, of the project `unit` unless said (`e2e`: specs), and about how many seconds it takes. */
const parts = [
  { name: 'kills of reviewing', files: ['progress/kill', 'progress/crash'], seconds: 90 },
  { name: 'kills of a talk', files: ['talks/kill', 'talks/crash'], seconds: 200 },
  { name: 'many starts at once', files: ['instance/first-instance'], seconds: 20 },
  { name: 'kills of the whole shell', files: ['browser-shell/kill'], seconds: 60 },
  { name: 'a talk of a thousand steps', project: 'e2e', files: ['long-talk'], seconds: 185 },
  { name: 'crafted archives', files: ['progress/hostile-archives'], seconds: 15 },
  { name: 'a talk of three hours', files: ['rounds', 'talks/long-talk'], seconds: 10 },
  { name: 'changed bytes', files: ['progress/progress-log', 'progress/archive', 'talks/talk-journal'], seconds: 30 },
  { name: 'big courses', files: ['courses/', 'deck/long-deck'], seconds: 45 },
  {
    name: 'random decks',
    files: ['deck/properties', 'deck/source', 'deck/memo', 'deck/markdown-parser'],
    seconds: 70,
  },
  { name: 'examples of Markdown', files: ['deck/markdown-examples'], seconds: 15 },
  { name: 'notes of others', files: ['deck/notes-of-others'], seconds: 200 },
  { name: 'random sessions', files: ['review/'], seconds: 10 },
  { name: 'every picture', files: ['diagram/'], seconds: 340 },
  { name: 'hostile texts', project: 'component', files: ['course-html/hostile-texts'], seconds: 200 },
  { name: 'every slide', project: 'component', files: ['deck/every-slide', 'deck/every-layout'], seconds: 120 },
  { name: 'every step in the gallery', project: 'component', files: ['gallery/'], seconds: 60 },
  { name: 'every channel', files: ['door/fuzz'], seconds: 40 },
  { name: 'every recording', files: ['recording/session'], seconds: 30 },
]

const asked = process.argv.slice(2)
const chosen = parts.filter(({ name }) => asked.length === 0 || asked.some((word) => name.includes(word)))
if (chosen.length === 0) {
  console.error(`usage: npm run soak [-- PART…]\n\n${parts.map(({ name }) => `  ${name}`).join('\n')}`)
  process.exit(2)
}

await prepare(ensureInstalled, ensureBrowser, ensureBuilt)
const reporters = ['--reporter=default', '--reporter=./tools/vitest-results.mjs']
const tests = [binOf('vitest'), 'run', '--maxWorkers=2', ...reporters]
const specs = [binOf('playwright'), 'test', '--project=browser shell', '--reporter=list,json']
process.env.LECTERN_SOAK = '1'
process.exitCode = await runParts(chosen, {
  folder: join(root, '.cache', 'soak'),
  argsOf: ({ project = 'unit', files }) => [
    ...(project === 'e2e' ? specs : [...tests, '--project', project]),
    ...files.map((path) => `tests/${project}/${path}`),
  ],
})
