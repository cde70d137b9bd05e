import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

/** Smallest window in which every page works, in CSS px. */
export const smallestWindow = { width: 1024, height: 700 } as const

const rememberedSize = z.object({
  width: z.number().int().min(smallestWindow.width).max(20_000),
  height: z.number().int().min(smallestWindow.height).max(20_000),
  maximized: z.boolean(),
})

/** Size of the window at its last closing, in CSS px. */
export type WindowSize = z.infer<typeof rememberedSize>

/** The remembered size, or a first one when there is none or the file was damaged. */
export function readWindowSize(path: string): WindowSize {
  try {
    return rememberedSize.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return { width: 1366, height: 820, maximized: false }
  }
}

/** Remembers a size. A folder that cannot be written only means that the next start opens at the first size. */
export function writeWindowSize(path: string, size: WindowSize): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, JSON.stringify(size))
  } catch {
    return
  }
}
