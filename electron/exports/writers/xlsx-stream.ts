import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import type ExcelJS from 'exceljs'
import type { Style, Worksheet } from 'exceljs'

interface PipeEnd {
  // A stream of readable-stream 2: `writableLength` does not exist there.
  readonly _writableState: { readonly length: number; readonly needDrain: boolean }
  on(event: 'drain' | 'finish', listener: () => void): unknown
  removeListener(event: 'drain' | 'finish', listener: () => void): unknown
}

/** What ExcelJS keeps to itself and a writer with flat memory needs. Read in exceljs 4.4.0, `lib/stream/xlsx`. */
interface WorkbookInside {
  _worksheets: (Worksheet | undefined)[]
  readonly zip: { abort(): unknown; on(event: 'error', listener: (error: Error) => void): unknown }
  readonly styles: {
    readonly model: { readonly styles: string[] }
    readonly weakMap: WeakMap<object, number>
    addStyleModel(style: Partial<Style>): number
  }
}
interface SheetInside {
  readonly stream: { readonly pipes: readonly PipeEnd[] }
  _formulae: Record<string, unknown>
}

type WorkbookWriter = ExcelJS.stream.xlsx.WorkbookWriter

// Casts to the private half of a foreign library: kept in this file, covered by the tests of the writer.
const insideWorkbook = (workbook: WorkbookWriter) => workbook as unknown as WorkbookInside
const insideSheet = (sheet: Worksheet) => sheet as unknown as SheetInside

/** Bytes of XML that may wait for compression before the producer waits too. */
const waitingBytes = 128 * 1024

/** A workbook being written to a file, row by row. */
export interface XlsxStream {
  readonly workbook: WorkbookWriter
  /** Waits until compression and disk have caught up. Refuses with the disk's error as soon as there is one. */
  readonly catchUp: (sheet: Worksheet) => Promise<void>
  /** Puts a sheet, written last, in front of the others. */
  readonly moveToFront: (sheet: Worksheet) => void
  /** Gives a style Excel's `quotePrefix`: its text stays a text when someone edits the cell. */
  readonly quotePrefix: (style: Partial<Style>) => void
  /** Ends the file and waits until it is closed. */
  readonly finish: () => Promise<void>
  /** Stops writing and waits until the file is closed. */
  readonly abandon: () => Promise<void>
}

/** Opens a workbook for writing. Errors of the disk come out of `catchUp` and `finish`. */
export async function openXlsxStream(
  path: string,
  options: { readonly creator: string; readonly at: Date },
): Promise<XlsxStream> {
  // Loaded late: it takes a third of a second, which nobody should wait for to see a list.
  const { default: excel } = await import('exceljs')
  const output = createWriteStream(path)
  const workbook = new excel.stream.xlsx.WorkbookWriter({
    stream: output,
    useStyles: true,
    useSharedStrings: false,
    // ExcelJS gives these to the file's properties, though its types leave them out.
    ...{ creator: options.creator, lastModifiedBy: options.creator, created: options.at },
  })
  const inside = insideWorkbook(workbook)
  const failure = watchFailure(output, inside)
  return {
    workbook,
    catchUp: async (sheet) => {
      const sheetInside = insideSheet(sheet)
      // ExcelJS keeps every formula in case a later one shares it; ours never do.
      sheetInside._formulae = {}
      for (const pipe of sheetInside.stream.pipes) {
        const { length, needDrain } = pipe._writableState
        if (needDrain && length > waitingBytes) {
          await failure.orElse((resolve) => {
            // After the last row of a sheet its stream ends, and an ending stream says `finish` instead of `drain`.
            const settle = (): void => {
              pipe.removeListener('drain', settle)
              pipe.removeListener('finish', settle)
              resolve()
            }
            pipe.on('drain', settle)
            pipe.on('finish', settle)
          })
        }
      }
      await failure.orElse(setImmediate)
    },
    moveToFront: (sheet) => {
      const others = inside._worksheets.filter((other) => other !== undefined && other !== sheet)
      inside._worksheets = [sheet, ...others]
    },
    quotePrefix: (style) => {
      const { styles } = inside
      const plain = styles.model.styles[styles.addStyleModel({ ...style })] ?? ''
      const id = styles.model.styles.push(plain.replace('<xf ', '<xf quotePrefix="1" ')) - 1
      styles.weakMap.set(style, id)
    },
    finish: async () => {
      const closed = closing(output)
      await failure.orElse((resolve, reject) => void workbook.commit().then(resolve, reject))
      await closed
    },
    abandon: async () => {
      const closed = closing(output)
      inside.zip.abort()
      output.destroy()
      await closed
    },
  }
}

interface FailureWatch {
  /** Waits until `start` calls its `resolve`, or refuses with the disk's error, whichever comes first. */
  readonly orElse: (start: (resolve: () => void, reject: (error: Error) => void) => unknown) => Promise<void>
}

function watchFailure(output: WriteStream, inside: WorkbookInside): FailureWatch {
  let failure: Error | undefined
  const waiting = new Set<(error: Error) => void>()
  function fail(error: Error): void {
    failure ??= error
    for (const reject of waiting) reject(failure)
  }
  output.on('error', fail)
  inside.zip.on('error', fail)
  return {
    orElse: async (start) => {
      if (failure !== undefined) throw failure
      let reject: (error: Error) => void = () => undefined
      const wait = new Promise<void>((resolve, rejectWait) => {
        reject = rejectWait
        waiting.add(reject)
        start(resolve, rejectWait)
      })
      await wait.finally(() => waiting.delete(reject))
    },
  }
}

async function closing(output: WriteStream): Promise<void> {
  if (output.closed) return
  await once(output, 'close').catch(() => undefined)
}
