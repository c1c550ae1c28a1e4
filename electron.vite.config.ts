import { resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'

const at = (path: string): string => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      // One file is read sooner than some hundred: all is bundled but what brings programs or folders of its own.
      externalizeDeps: false,
      rolldownOptions: {
        external: ['electron', /^electron\//, 'playwright-core'],
        input: {
          index: at('src/main/index.ts'),
          'browser-shell': at('src/browser-shell/index.ts'),
          cli: at('src/cli/index.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload is one CommonJS file: bundle everything, external nothing but electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: at('src/preload/index.ts'),
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    build: {
      // Every window parses its code anew when it opens: electron-vite alone would leave it as written.
      minify: true,
      rolldownOptions: {
        input: {
          library: at('src/renderer/library/index.html'),
          deck: at('src/renderer/deck/index.html'),
          presenter: at('src/renderer/presenter/index.html'),
          gallery: at('src/renderer/gallery/index.html'),
          review: at('src/renderer/review/index.html'),
          print: at('src/renderer/print/index.html'),
          bridge: at('src/browser-shell/bridge.ts'),
        },
        output: {
          entryFileNames: ({ name }) => (name === 'bridge' ? 'bridge.js' : 'code/[name]-[hash].js'),
          chunkFileNames: 'code/[name]-[hash].js',
          assetFileNames: 'code/[name]-[hash][extname]',
        },
      },
    },
    plugins: [svelte({ configFile: at('svelte.config.js') })],
  },
})
