import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { ScannedFile } from './import-format.ts'

const chunkBytes = 4 * 1024 * 1024
const headBytes = 64 * 1024
const largestFile = 2 * 1024 * 1024 * 1024

/** How many bytes at the end of a chunk belong to a UTF-8 character that the next chunk finishes. */
function unfinishedTail(chunk: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back] ?? 0
    if ((byte & 0xc0) === 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return length > back ? back : 0
  }
  return 0
}

/** Reads a file once for its fingerprint and encoding. Refuses `file-missing`, `file-unreadable`, `file-empty`, `file-too-large`, `cancelled`. */
export async function scanFile(path: string, signal: AbortSignal): Promise<ScannedFile> {
  const fileName = basename(path)
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) throw new AppError('file-missing', { file: fileName })
  if (!found.isFile()) throw new AppError('file-unreadable', { file: fileName })
  if (found.size === 0) throw new AppError('file-empty', { file: fileName })
  if (found.size > largestFile) throw new AppError('file-too-large', { file: fileName, limit: '2 Gio' })
  const hash = createHash('sha256')
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw new AppError('file-unreadable', { file: fileName }, { cause: error })
  })
  try {
    let head = new Uint8Array()
    let validUtf8 = true
    let position = 0
    let kept = 0
    const buffer = Buffer.allocUnsafe(chunkBytes + 4)
    for (;;) {
      if (signal.aborted) throw new AppError('cancelled')
      const { bytesRead } = await handle.read(buffer, kept, chunkBytes, position)
      if (bytesRead === 0) break
      const chunk = buffer.subarray(0, kept + bytesRead)
      hash.update(chunk.subarray(kept))
      if (position === 0) head = new Uint8Array(chunk.subarray(0, headBytes))
      position += bytesRead
      if (validUtf8) {
        const tail = unfinishedTail(chunk)
        validUtf8 = isUtf8(chunk.subarray(0, chunk.length - tail))
        buffer.copyWithin(0, chunk.length - tail, chunk.length)
        kept = tail
      } else kept = 0
    }
    return {
      path,
      fileName,
      bytes: position,
      sha256: hash.digest('hex'),
      head,
      validUtf8: validUtf8 && kept === 0,
    }
  } finally {
    await handle.close()
  }
}
