import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

/** A folder of its own for the tests of a file, deleted after them. */
export function temporaryFolder(): (name: string) => string {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parvis-exports-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })
  return (name) => join(folder, name)
}
