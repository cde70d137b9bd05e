import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { methodNames } from './shared/contract/contract.ts'

const fromRoot = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const mainEntries = {
  main: fromRoot('electron/main.ts'),
  worker: fromRoot('electron/worker.ts'),
  'similarity-thread': fromRoot('electron/services/families/similarity.thread.ts'),
  cli: fromRoot('electron/cli/cli.ts'),
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      sourcemap: true,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(mainEntries).filter(([, path]) => existsSync(path))),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    // The window ships the names of the methods, not their schemas.
    define: { PARVIS_METHOD_NAMES: JSON.stringify(methodNames) },
    build: {
      outDir: 'out/preload',
      rolldownOptions: {
        input: { preload: fromRoot('electron/preload.ts') },
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: fromRoot('renderer'),
    plugins: [react()],
    build: {
      outDir: fromRoot('out/renderer'),
      // The content security policy allows no data: fonts.
      assetsInlineLimit: 0,
      // Shipped inside the application: one large file costs no download.
      chunkSizeWarningLimit: 5_000,
      rolldownOptions: { input: fromRoot('renderer/index.html') },
    },
  },
})
