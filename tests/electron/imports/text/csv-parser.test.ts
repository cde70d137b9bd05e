import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCsvParser } from '../../../../electron/imports/text/csv-parser.ts'
import { detectSeparator } from '../../../../electron/imports/text/detect-separator.ts'

const separators = [';', ',', '\t', '|'] as const

function parse(text: string, separator = ';', cuts: readonly number[] = []) {
  const parser = createCsvParser(separator)
  const rows = []
  let from = 0
  for (const cut of [
    ...cuts.map((part) => Math.floor(part * text.length)).sort((a, b) => a - b),
    text.length,
  ]) {
    rows.push(...parser.feed(text.slice(from, cut)))
    from = cut
  }
  rows.push(...parser.end())
  return rows
}

const cellText = fc.string({ unit: fc.constantFrom(...'aéœ"\n\r;,\t| 0🌳\u00a0’-'), maxLength: 12 })
const tables = fc.array(fc.array(cellText, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 })

function write(rows: readonly (readonly string[])[], separator: string, lineEnd: string): string {
  return rows
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator) + lineEnd)
    .join('')
}

describe('CSV', () => {
  it('gives back what was written, whatever the cells hold', () => {
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom(...separators),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, separator, lineEnd) => {
          expect(parse(write(rows, separator, lineEnd), separator).map(({ cells }) => cells)).toEqual(rows)
        },
      ),
    )
  })

  it('gives the same rows and lines wherever its text is cut', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', '"', '""', ';', '\n', '\r\n', '\r', ' ', 'é'),
          maxLength: 40,
        }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
        (text, cuts) => {
          const outcome = (parts: readonly number[]): unknown => {
            try {
              return parse(text, ';', parts)
            } catch (error) {
              return error
            }
          }
          expect(outcome(cuts)).toEqual(outcome([]))
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('tells the true line of a row after line breaks inside cells', () => {
    expect(parse('a;b\n"1\n2\n3";x\r\n"y";"z\r\nz"\nend;').map(({ line }) => line)).toEqual([1, 2, 5, 7])
  })

  it('takes stray quotation marks as they stand', () => {
    expect(parse('5" de large;"dit ""oui""" \n').map(({ cells }) => cells)).toEqual([
      ['5" de large', 'dit "oui" '],
    ])
  })

  it('finds the separator of a table, texts full of the others aside', () => {
    for (const separator of separators) {
      const rows = [
        ['Titre', 'Texte', 'Lieu'],
        ['Un', 'a, b; c', 'Parc; nord, sud'],
        ['Deux', 'd | e\tf', 'x'],
      ]
      expect(detectSeparator(write(rows, separator, '\n'))).toBe(separator)
    }
  })
})
