import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPdf } from '../electron/exports/documents/read-pdf.ts'
import { hasSpreadsheetProgram, recalculated } from '../electron/exports/spreadsheet-program.ts'
import { startParvis } from '../helpers/test-parvis.ts'
import { type CommandRun, runParvis } from './run-parvis.ts'

const folder = mkdtempSync(join(tmpdir(), 'parvis-demo-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const made = (name: string): string => join(folder, 'demo', 'roubaix', name)

interface Told {
  readonly dossier: string
  readonly sound: boolean
  readonly counts: Readonly<Record<string, number>>
  readonly amounts: {
    readonly envelope: number
    readonly ballotTotal: number
    readonly winnersTotal: number
  }
  readonly answers: number
  readonly files: readonly { readonly path: string; readonly bytes: number }[]
}

/** Every number that a workbook shows, in cents. */
async function centsIn(path: string): Promise<ReadonlySet<number>> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  const found = new Set<number>()
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const value = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value
        if (typeof value === 'number') found.add(Math.round(value * 100))
      }),
    )
  }
  return found
}

/** As French documents print it, spaces aside: `149098,57`. */
function printed(cents: number): string {
  return `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`
}

describe('npm run demo', () => {
  let run: CommandRun
  let told: Told
  beforeAll(async () => {
    run = await runParvis(folder, ['demo', '--story', 'roubaix', '--out', 'demo', '--json'])
    expect(run.exitCode, run.complaint).toBe(0)
    const { stories } = run.json() as { stories: readonly [Told] }
    told = stories[0]
  }, 180_000)

  it('tells the story of Roubaix at its true size, on a sound dossier', () => {
    expect(told.counts).toMatchObject({ submitted: 59, 'on-ballot': 14 })
    expect(told.amounts.envelope).toBe(10_000_000)
    expect(told.amounts.winnersTotal).toBeLessThanOrEqual(told.amounts.envelope)
    expect(told.sound).toBe(true)
  })

  it('writes every file it names', () => {
    expect(told.files.length).toBeGreaterThanOrEqual(10)
    for (const { path, bytes } of told.files)
      expect({ path, bytes: statSync(path).size }).toEqual({ path, bytes })
    const lines = readFileSync(made('reponses-decidim.csv'), 'utf8').trim().split('\n')
    expect(lines[0]).toContain('answer/fr')
    expect(told.answers).toBeGreaterThan(0)
  })

  it('shows the same totals to the cent on screen, in Excel and in PDF', async () => {
    const { ballotTotal, winnersTotal } = told.amounts
    const parvis = startParvis(join(folder, 'screen'))
    await parvis.call('dossiers', 'open', { path: told.dossier, readOnly: true })
    const person = (await parvis.call('people', 'list', {})).find(({ roles }) =>
      roles.includes('administrator'),
    )
    await parvis.call('people', 'signIn', { personId: person?.id ?? '' })
    const [process] = await parvis.call('processes', 'list', {})
    const summary = await parvis.call('finance', 'summary', { processId: process?.id ?? '' })
    await parvis.stop()
    expect([summary.total, summary.winnersTotal]).toEqual([ballotTotal, winnersTotal])

    const { pages } = await readPdf(readFileSync(made('bilan.pdf')))
    const text = pages.join(' ').replace(/\s/g, '')
    expect(text).toContain(printed(ballotTotal))
    expect(text).toContain(printed(winnersTotal))

    const workbook = made('budget.xlsx')
    const shown = await centsIn(hasSpreadsheetProgram() ? await recalculated(workbook, folder) : workbook)
    expect(shown).toContain(ballotTotal)
    expect(shown).toContain(winnersTotal)
  })

  it('replaces nothing', async () => {
    const before = readFileSync(told.dossier)
    const again = await runParvis(folder, ['demo', '--story', 'roubaix', '--out', 'demo', '--json'])
    expect(again.exitCode).toBe(1)
    expect(again.json()).toMatchObject({ error: { code: 'file-exists' } })
    expect(readFileSync(told.dossier).equals(before)).toBe(true)
  })
})
