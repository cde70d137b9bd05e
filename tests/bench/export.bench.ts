import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import { writeXlsx } from '../../electron/exports/writers/xlsx.writer.ts'
import type { ColumnKind, ReportColumn, ReportRow } from '../../shared/domain/reports/report-document.ts'
import { type Bench, measureApart, runBench, timed } from './bench.ts'

const file = fileURLToPath(import.meta.url)
const kinds: readonly ColumnKind[] = [
  'integer',
  'text',
  'datetime',
  'text',
  'long-text',
  'amount',
  'text',
  'text',
  'integer',
  'coordinate',
]
const columns: readonly ReportColumn[] = [...kinds, ...kinds].map((kind, index) => ({
  header: `Colonne ${index + 1}`,
  key: `c${index}`,
  width: kind === 'long-text' ? 60 : 16,
  kind,
}))

function record(row: number): ReportRow {
  return Object.fromEntries(
    columns.map((column, index) => {
      switch (column.kind) {
        case 'integer':
          return [column.key, row + index]
        case 'amount':
          return [column.key, row * 1234 + index]
        case 'coordinate':
          return [column.key, 48.5 + row / 1_000_000]
        case 'datetime':
          return [column.key, new Date(1_760_000_000_000 + row * 61_000).toISOString()]
        default:
          return [column.key, `Proposition n° ${row} : bancs, arbres & ombre dans le quartier ${row % 7}`]
      }
    }),
  )
}

function* records(count: number): Generator<ReportRow> {
  for (let row = 0; row < count; row += 1) yield record(row)
}

async function writeOurs(path: string, count: number): Promise<void> {
  await writeXlsx(
    {
      title: 'Mesure',
      sheets: [{ name: 'Mesure', columns, rows: records(count) }],
      properties: { title: 'Mesure', language: 'fr', author: 'Parvis' },
      timeZone: 'Europe/Paris',
      generatedAt: '2026-03-01T10:00:00.000Z',
    },
    path,
  )
}

/** The same cells as a plain user of ExcelJS would stream them: column formats, one `addRow` per record. */
async function writeBare(path: string, count: number): Promise<void> {
  const formats: Partial<Record<ColumnKind, string>> = {
    amount: '#,##0.00 "€"',
    datetime: 'dd/mm/yyyy hh:mm',
    coordinate: '0.000000',
  }
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true })
  const sheet = workbook.addWorksheet('Mesure')
  sheet.columns = columns.map((column) => {
    const numFmt = formats[column.kind]
    return {
      header: column.header,
      width: column.width,
      ...(numFmt === undefined ? {} : { style: { numFmt } }),
    }
  })
  for (const source of records(count)) {
    const cells = columns.map((column) => {
      const value = source[column.key]
      if (column.kind === 'datetime') return new Date(String(value))
      if (column.kind === 'amount') return Number(value) / 100
      return typeof value === 'number' ? value : String(value)
    })
    sheet.addRow(cells).commit()
  }
  sheet.commit()
  await workbook.commit()
}

/** Streamed workbook against the same rows through a bare ExcelJS stream. */
export const exportBench: Bench = {
  name: 'export',
  async run({ quick }) {
    const rows = quick ? 20_000 : 100_000
    const folder = await mkdtemp(join(tmpdir(), 'parvis-bench-'))
    try {
      const bare = await measureApart(file, 'bare', String(rows), join(folder, 'bare.xlsx'))
      const ours = await measureApart(file, 'ours', String(rows), join(folder, 'ours.xlsx'))
      return [
        {
          name: `Excel export of ${rows.toLocaleString('en')} rows × ${columns.length} columns`,
          oursSeconds: ours.seconds,
          bareSeconds: bare.seconds,
          ratio: ours.seconds / bare.seconds,
          aim: { kind: 'at-most', ratio: 1.3 },
          peakMegabytes: ours.peakMegabytes,
          aimMegabytes: 300,
        },
      ]
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

if (process.argv[1] === file)
  await runBench(exportBench, async ([side, rows = '0', path = '']) => ({
    seconds: await timed(() =>
      side === 'bare' ? writeBare(path, Number(rows)) : writeOurs(path, Number(rows)),
    ),
  }))
