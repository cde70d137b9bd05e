import { buffer } from 'node:stream/consumers'
import { fromBuffer } from 'yauzl'

export interface ZipEntryContent {
  readonly name: string
  readonly content: Buffer
}

/** Every entry of a ZIP file. */
export function zipEntries(bytes: Buffer): Promise<readonly ZipEntryContent[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error !== null) return reject(error)
      const entries: ZipEntryContent[] = []
      zip.on('error', reject)
      zip.on('end', () => resolve(entries))
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, (failure, stream) => {
          if (failure !== null) return reject(failure)
          buffer(stream).then((content) => {
            entries.push({ name: entry.fileName, content })
            zip.readEntry()
          }, reject)
        })
      })
      zip.readEntry()
    })
  })
}
