import { buffer } from 'node:stream/consumers'
import { open } from 'yauzl'

/** The text of one entry of a ZIP file, to see what ExcelJS does not read back. */
export function zipEntry(path: string, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true }, (error, zip) => {
      if (error !== null) return reject(error)
      zip.on('error', reject)
      zip.on('end', () => reject(new Error(`No entry ${name}`)))
      zip.on('entry', (entry) => {
        if (entry.fileName !== name) return zip.readEntry()
        zip.openReadStream(entry, (failure, stream) => {
          if (failure !== null) return reject(failure)
          void buffer(stream).then((bytes) => resolve(bytes.toString('utf8')), reject)
        })
      })
      zip.readEntry()
    })
  })
}
