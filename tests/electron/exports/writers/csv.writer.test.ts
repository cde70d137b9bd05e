import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decidimDialect,
  frenchExcelDialect,
  writeCsv,
} from '../../../../electron/exports/writers/csv.writer.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { everyKind, fullRow } from './sample-document.ts'

const inFolder = temporaryFolder()
const textColumn = [{ header: 'texte', key: 'text', width: 10, kind: 'text' }] as const

describe('writeCsv', () => {
  it('writes what a French Excel opens: mark, semicolons, decimal commas, CRLF', async () => {
    const path = inFolder('excel.csv')
    await writeCsv({ columns: everyKind, rows: [fullRow] }, path, frenchExcelDialect, 'Europe/Paris')
    expect(await readFile(path, 'utf8')).toBe(
      '\ufeffTexte;Long;Nombre;Montant;Taux;Quantité;Prix;Latitude;Jour;Instant\r\n' +
        '01004;"Deux\nlignes";12;1234,56;0,0550;1,005;12,5050;47,912345;2026-03-29;2026-07-01 00:30\r\n',
    )
  })

  it('prefixes what a spreadsheet could run, and leaves negative amounts alone', async () => {
    const path = inFolder('formulas.csv')
    const columns = everyKind.filter(({ key }) => key === 'text' || key === 'amount')
    const rows = ['=1+1', '+1', '-1', '@x', '\t=1', 'bancs'].map((text) => ({ text, amount: -5 }))
    await writeCsv({ columns, rows }, path, frenchExcelDialect, 'Europe/Paris')
    const cells = parse(await readFile(path, 'utf8'), { delimiter: ';', bom: true, from: 2 })
    expect(cells).toEqual(["'=1+1", "'+1", "'-1", "'@x", "'\t=1", 'bancs'].map((text) => [text, '-0,05']))
  })

  it('gives back any text to a reader of CSV, in both dialects', async () => {
    const path = inFolder('any.csv')
    const text = fc.string({ unit: 'grapheme', maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 30 }), async (texts) => {
        const rows = texts.map((value) => ({ text: value.replace(/[\p{Cc}\ufeff]/gu, ' ') }))
        for (const dialect of [frenchExcelDialect, decidimDialect]) {
          const plain = { ...dialect, neutraliseFormulas: false }
          await writeCsv({ columns: textColumn, rows }, path, plain, 'UTC')
          const read: string[][] = parse(await readFile(path), { delimiter: ';', bom: true, from: 2 })
          expect(read).toEqual(rows.map((row) => [row.text]))
        }
      }),
      { numRuns: 40 },
    )
  })
})
