import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** End-to-end specs: the built app, a real window, the real main process and worker. One at a time: each opens windows. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 60_000,
    // What is polled comes when the machine has time for it; a second is not enough on a busy one.
    expect: { poll: { timeout: 30_000 } },
    passWithNoTests: false,
  },
})
