/** Sends every `electron` import of the code under test to the stand-in. */
import * as module from 'node:module'

const standIn = new URL('./electron.ts', import.meta.url).href
const isElectron = /^electron(?:\/(?:main|common|renderer))?$/

module.registerHooks({
  resolve: (specifier, context, next) =>
    isElectron.test(specifier) ? { url: standIn, shortCircuit: true } : next(specifier, context),
})
