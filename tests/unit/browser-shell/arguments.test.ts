import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { readArguments } from '../../../src/browser-shell/arguments.ts'
import { WrongUsage } from '../../../src/services/terminal/wrong-usage.ts'

it('reads a folder, a port and switches', () => {
  expect(readArguments([], '/notes')).toEqual({
    path: null,
    gallery: false,
    port: 0,
    opens: true,
    isVerbose: false,
  })
  expect(readArguments(['os', '--gallery', '--port', '4711', '--no-open', '--verbose'], '/notes')).toEqual({
    path: resolve('/notes', 'os'),
    gallery: true,
    port: 4711,
    opens: false,
    isVerbose: true,
  })
})

it.each([[['--port']], [['--port', 'x']], [['--port', '70000']], [['--port', '-1']], [['--prot', '1']], [['a', 'b']]])(
  'makes nothing of %j',
  (argv) => expect(() => readArguments(argv, '/')).toThrow(WrongUsage),
)

it.each(['abc', '65536', '4e3', '80.5'])('says which ports there are where it is given %s', (port) => {
  expect(() => readArguments(['--port', port], '/')).toThrow(
    `--port cannot be "${port}"; it is a whole number from 0 to 65535.`,
  )
})
