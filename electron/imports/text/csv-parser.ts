import { AppError } from '../../../shared/errors/app-error.ts'

/** A row as it stands in the file: its first line, and its cells as text. */
export interface CsvRow {
  readonly line: number
  readonly cells: string[]
}

export interface CsvParser {
  /** Takes the next piece of text and gives the rows that it completes. */
  feed(text: string): CsvRow[]
  /** Gives the last row. Refuses `csv-quote-open` when a quotation mark was never closed. */
  end(): CsvRow[]
}

/** A row longer than this many characters is a lost quotation mark, not a row. */
const longestRow = 64 * 1024 * 1024

const quote = 34
const lineFeed = 10
const carriageReturn = 13

/**
 * Splits CSV text (RFC 4180) into rows as it comes in. Ours rather than a library's because the officer must read the
 * true line of each problem, also after line breaks inside cells, and because this is the import's hottest loop.
 * A quotation mark inside an unquoted cell, or text after a closing one, is taken as it stands.
 */
export function createCsvParser(separator: string): CsvParser {
  const separatorCode = separator.charCodeAt(0)
  let rest = ''
  let line = 1

  function parse(final: boolean): CsvRow[] {
    const text = rest
    const length = text.length
    const rows: CsvRow[] = []
    let rowStart = 0
    let rowLine = line
    while (rowStart < length) {
      const cells: string[] = []
      let position = rowStart
      let lines = 0
      let complete = false
      while (!complete) {
        if (text.charCodeAt(position) === quote) {
          let cell = ''
          let from = position + 1
          let closed = -1
          for (;;) {
            const next = text.indexOf('"', from)
            if (next < 0) break
            if (text.charCodeAt(next + 1) === quote) {
              cell += text.slice(from, next + 1)
              from = next + 2
              continue
            }
            // The piece may end right on the mark: whether it is doubled shows only in the next one.
            if (next + 1 === length && !final) break
            cell += text.slice(from, next)
            closed = next
            break
          }
          if (closed < 0) {
            if (final) throw new AppError('csv-quote-open', { line: rowLine + lines })
            break
          }
          for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) lines++
          position = closed + 1
          const end = endOfPlain(text, position, length)
          if (end > position) cell += text.slice(position, end)
          cells.push(cell)
          position = end
        } else {
          const end = endOfPlain(text, position, length)
          cells.push(text.slice(position, end))
          position = end
        }
        if (position >= length) {
          if (!final) break
          complete = true
        } else {
          const code = text.charCodeAt(position)
          if (code === separatorCode) {
            position++
            if (position >= length && final) {
              cells.push('')
              complete = true
            } else if (position >= length) break
          } else {
            if (code === carriageReturn) {
              if (position + 1 >= length && !final) break
              if (text.charCodeAt(position + 1) === lineFeed) position++
            }
            position++
            complete = true
          }
        }
      }
      if (!complete) break
      rows.push({ line: rowLine, cells })
      rowLine += lines + 1
      rowStart = position
    }
    line = rowLine
    rest = rowStart === 0 ? text : text.slice(rowStart)
    if (rest.length > longestRow) throw new AppError('csv-quote-open', { line })
    return rows
  }

  function endOfPlain(text: string, from: number, length: number): number {
    for (let index = from; index < length; index++) {
      const code = text.charCodeAt(index)
      if (code === separatorCode || code === lineFeed || code === carriageReturn) return index
    }
    return length
  }

  return {
    feed(text) {
      rest = rest === '' ? text : rest + text
      return parse(false)
    },
    end() {
      return rest === '' ? [] : parse(true)
    },
  }
}
