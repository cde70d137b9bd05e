import { spawn } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import { writeXlsx } from '../../electron/exports/writers/xlsx.writer.ts'
import type { ColumnKind, ReportColumn, ReportRow } from '../../shared/domain/reports/report-document.ts'

const rowCount = 100_000
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

function* records(): Generator<ReportRow> {
  for (let row = 0; row < rowCount; row += 1) yield record(row)
}

async function writeOurs(path: string): Promise<void> {
  await writeXlsx(
    {
      title: 'Mesure',
      sheets: [{ name: 'Mesure', columns, rows: records() }],
      properties: { title: 'Mesure', language: 'fr', author: 'Parvis' },
      timeZone: 'Europe/Paris',
      generatedAt: '2026-03-01T10:00:00.000Z',
    },
    path,
  )
}

/** The same cells as a plain user of ExcelJS would stream them: column formats, one `addRow` per record. */
async function writeBare(path: string): Promise<void> {
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
  for (const source of records()) {
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

interface Measure {
  readonly seconds: number
  readonly peakMegabytes: number
}

function measure(writer: 'ours' | 'bare', path: string): Promise<Measure> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), writer, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8')
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code !== 0) reject(new Error(`${writer} ended with ${code}`))
      else resolve(JSON.parse(output))
    })
  })
}

/** Writes 100,000 rows × 20 columns with our writer and with a bare ExcelJS stream, each in its own process. */
export async function run(print: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'parvis-bench-'))
  try {
    const barePath = join(folder, 'bare.xlsx')
    const oursPath = join(folder, 'ours.xlsx')
    const bare = await measure('bare', barePath)
    const ours = await measure('ours', oursPath)
    const size = async (path: string) => ((await stat(path)).size / 1e6).toFixed(1)
    print(`Excel export, ${rowCount} rows × ${columns.length} columns`)
    print(
      `  bare ExcelJS stream  ${bare.seconds.toFixed(2)} s  peak ${bare.peakMegabytes} MB  file ${await size(barePath)} MB`,
    )
    print(
      `  writeXlsx            ${ours.seconds.toFixed(2)} s  peak ${ours.peakMegabytes} MB  file ${await size(oursPath)} MB`,
    )
    print(
      `  ratio ${(ours.seconds / bare.seconds).toFixed(2)} (aim ≤ 1.30), peak memory ${ours.peakMegabytes} MB (aim < 300)`,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function runChild(writer: string, path: string): Promise<void> {
  const start = performance.now()
  await (writer === 'bare' ? writeBare(path) : writeOurs(path))
  const seconds = (performance.now() - start) / 1000
  // maxRSS is in kilobytes on every system.
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  process.stdout.write(JSON.stringify({ seconds, peakMegabytes } satisfies Measure))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , writer, path] = process.argv
  if (writer !== undefined && path !== undefined) await runChild(writer, path)
  else await run((text) => process.stdout.write(`${text}\n`))
}
