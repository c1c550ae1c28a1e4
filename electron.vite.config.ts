import { resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { growingPx } from './tools/growing-px.ts'

const at = (path: string): string => resolve(import.meta.dirname, path)

/** Asks for the faces of plain text along with the page: no window shows a word before they are there. */
const facesFirst: Plugin = {
  name: 'faces-first',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((name) => /\/LecternTxt-[^/]*\.ttf$/.test(name))
        .map((name) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/ttf', crossorigin: true, href: `../${name}` },
          injectTo: 'head',
        })),
  },
}

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
          'reading-thread': at('src/services/courses/reading/reading-thread.ts'),
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
          // A window asks for each of its files by itself: what windows share comes in few of them. The library is drawn
          // before the pictures are there, so nothing that it begins with may lie among them.
          codeSplitting: {
            groups: [
              {
                name: 'window',
                test: /node_modules[\\/](svelte|@lucide)|core[\\/](words|scenes[\\/]catalogue)|renderer[\\/](look|parts[\\/](?!Menu)|picture[\\/]ready|window)/,
                minShareCount: 3,
                priority: 3,
              },
              { name: 'menus', test: /renderer[\\/]parts[\\/]Menu/, priority: 2 },
              { name: 'pictures', test: /core[\\/]scenes|renderer[\\/]picture/, priority: 2 },
              { name: 'slides', test: /renderer[\\/](slide|stage)/, minShareCount: 2, priority: 1 },
              { name: 'shared', minShareCount: 2 },
            ],
          },
        },
      },
    },
    css: { postcss: { plugins: [growingPx] } },
    plugins: [svelte({ configFile: at('svelte.config.js') }), facesFirst],
  },
})
