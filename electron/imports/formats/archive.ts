import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { AppError } from '../../../shared/errors/app-error.ts'

/** What a real workbook or export never reaches once unpacked. */
const largestUnpacked = 3 * 1024 * 1024 * 1024
/** Beyond this, a size so far above the packed one is a bomb, not a table. */
const suspectUnpacked = 200 * 1024 * 1024
const suspectRatio = 150

/** An archive whose entries were listed and weighed. */
export interface Archive {
  readonly entries: readonly Entry[]
  read(entry: Entry): Promise<Readable>
  close(): void
}

function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) =>
      error === null ? resolve(zip) : reject(error),
    )
  })
}

/** Opens a ZIP (also the inside of XLSX and ODS). Refuses `archive-damaged`, `archive-bomb`, `archive-encrypted`. */
export async function openArchive(path: string, fileName: string): Promise<Archive> {
  const zip = await openZip(path).catch((error: unknown) => {
    throw new AppError('archive-damaged', { file: fileName }, { cause: error })
  })
  try {
    const entries = await new Promise<readonly Entry[]>((resolve, reject) => {
      const found: Entry[] = []
      zip.on('entry', (entry: Entry) => {
        found.push(entry)
        if (found.length > 20_000) reject(new AppError('archive-bomb', { file: fileName }))
        else zip.readEntry()
      })
      zip.on('end', () => resolve(found))
      zip.on('error', reject)
      zip.readEntry()
    })
    let packed = 0
    let unpacked = 0
    for (const entry of entries) {
      if ((entry.generalPurposeBitFlag & 1) === 1) throw new AppError('archive-encrypted', { file: fileName })
      packed += entry.compressedSize
      unpacked += entry.uncompressedSize
    }
    const bomb =
      unpacked > largestUnpacked || (unpacked > suspectUnpacked && unpacked > packed * suspectRatio)
    if (bomb) throw new AppError('archive-bomb', { file: fileName })
    return {
      entries,
      read: (entry) =>
        new Promise((resolve, reject) => {
          zip.openReadStream(entry, (error, stream) => (error === null ? resolve(stream) : reject(error)))
        }),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    if (error instanceof AppError) throw error
    throw new AppError('archive-damaged', { file: fileName }, { cause: error })
  }
}

/** Unpacks every entry to nowhere: a size that lies, a broken checksum or a cut file shows before anything is read. */
export async function verifyArchive(archive: Archive, fileName: string, signal: AbortSignal): Promise<void> {
  for (const entry of archive.entries) {
    try {
      for await (const _chunk of await archive.read(entry))
        if (signal.aborted) throw new AppError('cancelled')
    } catch (error) {
      if (error instanceof AppError) throw error
      throw new AppError('archive-damaged', { file: fileName }, { cause: error })
    }
  }
}

/** Writes one entry to a file. */
export async function unpackEntry(
  archive: Archive,
  entry: Entry,
  target: string,
  signal: AbortSignal,
): Promise<void> {
  await pipeline(await archive.read(entry), createWriteStream(target), { signal })
}

/** First bytes of a ZIP. */
export function looksLikeZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 0x03 || head[2] === 0x05)
}

/** First bytes of an old Office file, or of an encrypted new one. */
export function looksLikeOldOffice(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(0, 8)).toString('hex') === 'd0cf11e0a1b11ae1'
}

/** Whether a ZIP head names this entry; the directory is at the end, but office files put their type first. */
export function headMentions(head: Uint8Array, text: string): boolean {
  return Buffer.from(head).includes(Buffer.from(text))
}
