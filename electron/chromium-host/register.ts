import { registerHooks } from 'node:module'

const standIn = new URL('./electron.ts', import.meta.url).href

/** From here on, this process gets the Chromium host where it asks for the module `electron`. */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context)
    return { url: standIn, format: 'module-typescript', shortCircuit: true }
  },
})
