/**
 * Who may import whom, as ESLint configuration. Held by `npm run lint`, and itself by tests/unit/import-rules.test.ts, which
 * also looks for circles: of types and of components too, in a second instead of a quarter of all linting.
 */
import importX from 'eslint-plugin-import-x'

/** Files of the folder `target` must not reach into the folders of `from`. */
const zone = (target, from, message) => ({
  target: `./src/${target}`,
  from: from.map((folder) => `./src/${folder}`),
  message,
})

const zones = [
  zone(
    'contract',
    ['core', 'services', 'main', 'preload', 'browser-shell', 'cli', 'renderer'],
    'contract imports nothing of the house',
  ),
  zone('core', ['services', 'main', 'preload', 'browser-shell', 'cli', 'renderer'], 'core imports contract at most'),
  zone('renderer', ['services', 'main', 'preload', 'browser-shell', 'cli'], 'renderer imports core and contract'),
  zone('services', ['main', 'preload', 'browser-shell', 'cli', 'renderer'], 'services import core and contract'),
  zone('preload', ['core', 'services', 'main', 'browser-shell', 'cli', 'renderer'], 'preload imports contract only'),
  zone('main', ['preload', 'browser-shell', 'cli', 'renderer'], 'main imports services, core and contract'),
  zone('browser-shell', ['preload', 'main', 'cli', 'renderer'], 'browser-shell imports services, core and contract'),
  zone('cli', ['preload', 'main', 'browser-shell', 'renderer'], 'cli imports services, core and contract'),
]

/**
 * The floors of a wing, the lowest first: a room may use what lies on the floors below its own, never a room beside it.
 * Rooms that may not be named twice, so that a new one must be given its place here.
 */
export const floors = {
  services: [
    ['disk', 'browser', 'terminal'],
    ['instance', 'courses'],
    ['talks', 'progress', 'recording', 'export'],
    ['reviews'],
    ['door'],
  ],
  renderer: [
    ['look'],
    ['words'],
    ['parts'],
    ['window'],
    ['settings', 'picture'],
    ['slide'],
    ['stage'],
    ['library', 'deck', 'presenter', 'review', 'gallery', 'print'],
  ],
  core: [['words'], ['traces', 'deck', 'keys', 'review'], ['diagram', 'beginning'], ['scenes'], ['talk']],
}

const floorZones = Object.entries(floors).flatMap(([wing, storeys]) =>
  storeys.flatMap((rooms, floor) =>
    rooms.flatMap((room) => {
      const others = storeys
        .slice(floor)
        .flat()
        .filter((other) => other !== room)
      const message = `${wing}/${room} uses only the floors below it (tools/import-rules.js)`
      return others.length === 0
        ? []
        : [
            zone(
              `${wing}/${room}`,
              others.map((other) => `${wing}/${other}`),
              message,
            ),
          ]
    }),
  ),
)

const toolZone = {
  target: './src',
  from: ['./tools', './tests'],
  message: 'what runs in the product lives in src; tools and tests import it from there',
}

const electron = { regex: '^electron(/|$)', message: 'electron is imported in main and preload only' }
const node = { regex: '^node:', message: 'node:* is never imported in contract, core or renderer' }
const reveal = { regex: '^reveal\\.js', message: 'reveal.js is imported in renderer/stage only' }
const d3 = {
  regex: '^d3(-|$)',
  message: 'd3 is imported in core/diagram, core/scenes, renderer/picture and renderer/review/statistics/charts only',
}
const svelte = { regex: '^svelte(/|$)', message: 'core knows no Svelte' }

/** The packages of `patterns` are not for these files. */
const without = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
})

export const importRules = [
  {
    files: ['src/**/*.{ts,svelte}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/resolver': { node: { extensions: ['.ts', '.js', '.svelte'] } },
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: [...zones, ...floorZones, toolZone] }],
    },
  },
  without(['src/contract/**'], [electron, node, reveal, d3, svelte]),
  without(['src/core/**'], [electron, node, reveal, d3, svelte], ['src/core/diagram/**', 'src/core/scenes/**']),
  without(['src/core/diagram/**', 'src/core/scenes/**'], [electron, node, reveal, svelte]),
  without(
    ['src/renderer/**'],
    [electron, node, reveal, d3],
    ['src/renderer/stage/**', 'src/renderer/picture/**', 'src/renderer/review/statistics/charts/**'],
  ),
  without(['src/renderer/stage/**'], [electron, node, d3]),
  without(['src/renderer/picture/**', 'src/renderer/review/statistics/charts/**'], [electron, node, reveal]),
  without(['src/services/**', 'src/browser-shell/**', 'src/cli/**'], [electron, reveal, d3]),
]
