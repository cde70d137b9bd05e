import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readWindowSize, writeWindowSize } from '../../../electron/shell/window-size.ts'

const folder = mkdtempSync(join(tmpdir(), 'parvis-size-'))
const path = join(folder, 'window.json')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the size of the window', () => {
  it('is found again at the next start', () => {
    writeWindowSize(path, { width: 1600, height: 900, maximized: true })
    expect(readWindowSize(path)).toEqual({ width: 1600, height: 900, maximized: true })
  })

  it.each(['', '{', '{"width":10,"height":10,"maximized":false}', '[]'])(
    'is the first one after %j',
    (text) => {
      writeFileSync(path, text)
      expect(readWindowSize(path)).toEqual({ width: 1366, height: 820, maximized: false })
    },
  )
})
