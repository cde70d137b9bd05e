import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The checks of the tree itself: no server, no window. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: { include: ['tests/architecture/**/*.test.ts'] },
})
