import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../../shared/errors/app-error.ts'

/** A picture's size limit: 10 MiB is a good photo, more only makes the dossier heavy. */
const largestPicture = 10 * 1024 * 1024

export interface PictureFile {
  readonly fileName: string
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp'
  readonly sha256: string
  readonly content: Uint8Array
}

/** Type of a picture by its first bytes, never by the extension; undefined for other files. SVG is left out on purpose: it can carry scripts. */
export function pictureTypeOf(content: Uint8Array): PictureFile['mediaType'] | undefined {
  const hex = Buffer.from(content.subarray(0, 12)).toString('hex')
  if (hex.startsWith('89504e470d0a1a0a')) return 'image/png'
  if (hex.startsWith('ffd8ff')) return 'image/jpeg'
  if (hex.startsWith('52494646') && hex.slice(16) === '57454250') return 'image/webp'
  return undefined
}

/** Reads a picture chosen by the person. Refuses `file-missing`, `picture-too-large`, `picture-unknown`. */
export async function readPicture(path: string): Promise<PictureFile> {
  const fileName = basename(path)
  const found = await stat(path).catch(() => undefined)
  if (found === undefined || !found.isFile()) throw new AppError('file-missing', { file: fileName })
  if (found.size > largestPicture)
    throw new AppError('picture-too-large', { file: fileName, limitMegabytes: 10 })
  const content = await readFile(path)
  const mediaType = pictureTypeOf(content)
  if (mediaType === undefined) throw new AppError('picture-unknown', { file: fileName })
  return { fileName, mediaType, sha256: createHash('sha256').update(content).digest('hex'), content }
}
