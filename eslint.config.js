import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import importX from 'eslint-plugin-import-x'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'
import { defineConfig } from 'eslint/config'
import svelteConfig from './svelte.config.js'

/** Who may import whom: the folders that the files of `target` must not reach into. */
const zone = (target, from, message) => ({ target: `./src/${target}`, from: from.map((folder) => `./src/${folder}`), message })
const zones = [
  zone('contract', ['core', 'services', 'main', 'preload', 'browser-shell', 'cli', 'renderer'], 'contract imports nothing of the house'),
  zone('core', ['services', 'main', 'preload', 'browser-shell', 'cli', 'renderer'], 'core imports contract at most'),
  zone('renderer', ['services', 'main', 'preload', 'browser-shell', 'cli'], 'renderer imports core and contract'),
  zone('services', ['main', 'preload', 'browser-shell', 'cli', 'renderer'], 'services import core and contract'),
  zone('preload', ['core', 'services', 'main', 'browser-shell', 'cli', 'renderer'], 'preload imports contract only'),
  zone('main', ['preload', 'browser-shell', 'cli', 'renderer'], 'main imports services, core and contract'),
  zone('browser-shell', ['preload', 'main', 'cli', 'renderer'], 'browser-shell imports services, core and contract'),
  zone('cli', ['preload', 'main', 'browser-shell', 'renderer'], 'cli imports services, core and contract'),
]

/** Packages that only some folders may import. */
const electron = { regex: '^electron(/|$)', message: 'electron is imported in main and preload only' }
const node = { regex: '^node:', message: 'node:* is never imported in contract, core or renderer' }
const reveal = { regex: '^reveal\\.js', message: 'reveal.js is imported in renderer/stage only' }
const d3 = { regex: '^d3(-|$)', message: 'd3 is imported in core/diagram, core/scenes and renderer/diagram only' }
const svelteInCore = { regex: '^svelte(/|$)', message: 'core knows no Svelte' }
const only = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
})

export default defineConfig(
  { ignores: ['out', 'dist', 'node_modules', '.cache', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        project: ['./tsconfig.node.json', './tsconfig.web.json', './tsconfig.tests.json'],
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
  },
  {
    rules: {
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-console': ['error', { allow: ['error'] }],
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } } },
  {
    files: ['src/**/*.{ts,svelte}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.svelte'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/resolver': { node: { extensions: ['.ts', '.js', '.svelte'] } },
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
    },
  },
  only(['src/contract/**'], [electron, node, reveal, d3, svelteInCore]),
  only(['src/core/**'], [electron, node, reveal, d3, svelteInCore], ['src/core/diagram/**', 'src/core/scenes/**']),
  only(['src/core/diagram/**', 'src/core/scenes/**'], [electron, node, reveal, svelteInCore]),
  only(['src/renderer/**'], [electron, node, reveal, d3], ['src/renderer/stage/**', 'src/renderer/diagram/**']),
  only(['src/renderer/stage/**'], [electron, node, d3]),
  only(['src/renderer/diagram/**'], [electron, node, reveal]),
  only(['src/services/**', 'src/browser-shell/**', 'src/cli/**'], [electron, reveal, d3]),
  { files: ['src/cli/**', 'src/browser-shell/**', 'tests/**', 'tools/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.{js,mjs}'], extends: [ts.configs.disableTypeChecked], languageOptions: { parserOptions: { project: null } } },
  prettier,
)
