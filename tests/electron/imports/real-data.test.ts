import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DossierCall } from '../../../electron/services/call.ts'
import { importsService } from '../../../electron/services/imports/imports.service.ts'
import type { ImportOutcome } from '../../../shared/read-models/import-preview.ts'
import { openTestDossier, type TestDossier } from '../../helpers/test-dossier.ts'

const folder = join(import.meta.dirname, '../../../../shared/data')
const there = existsSync(folder)

/** Counts of real files, each taken with another reader (Python's csv, and by hand for workbooks and JSON). */
const files: readonly {
  readonly path: string
  readonly target: ImportOutcome['target']
  readonly created: number
  readonly rejected?: number
}[] = [
  { path: 'decidim/lille-granddebat-proposals.csv', target: 'decidim-proposals', created: 196 },
  { path: 'decidim/lille-granddebat-debates.csv', target: 'decidim-proposals', created: 29 },
  { path: 'decidim/lille-granddebat-debate_comments.csv', target: 'decidim-comments', created: 693 },
  { path: 'decidim/barcelona-projects.csv', target: 'decidim-projects', created: 220 },
  { path: 'decidim/barcelona-result_comments.csv', target: 'decidim-comments', created: 87 },
  { path: 'decidim/budgets-importer-projects.csv', target: 'decidim-projects', created: 2 },
  { path: 'bp/paris-bp-descriptions.csv', target: 'table', created: 362 },
  // Five winners have no title, as the file's own description says.
  { path: 'bp/paris-bp-projets-gagnants.csv', target: 'table', created: 1_209, rejected: 5 },
  { path: 'survey/an-egalite-fh-2016-wide.csv', target: 'table', created: 967 },
  { path: 'survey/an-egalite-fh-theme3.jsonl', target: 'table', created: 461 },
  { path: 'survey/an-egalite-fh-theme4.jsonl', target: 'table', created: 454 },
  { path: 'survey/an-egalite-fh-theme5.jsonl', target: 'table', created: 447 },
  { path: 'survey/limesurvey-patrimoine-vaud.xlsx', target: 'table', created: 348 },
  { path: 'survey/rythmes-scolaires-franche-comte.csv', target: 'table', created: 1_436 },
  { path: 'messy/bal-utf8-bom-1.5.csv', target: 'table', created: 2 },
  { path: 'messy/boites-aux-lettres-decimales-mixtes.csv', target: 'table', created: 781 },
  // 406 lines under the first header, two of which are that header again.
  { path: 'messy/couverture-communes-triple-entete.csv', target: 'table', created: 404 },
  { path: 'messy/granddebat-debats-retouche.csv', target: 'table', created: 29 },
  { path: 'messy/granddebat-propositions-cp1252.csv', target: 'table', created: 30 },
  { path: 'messy/rei-1987.xls', target: 'table', created: 5 },
  { path: 'geo/bal-strasbourg-sample.csv', target: 'table', created: 15 },
  { path: 'geo/toulouse-erp-adresses.geojson', target: 'table', created: 783 },
  { path: 'geo/toulouse-quartiers-democratie-locale.geojson', target: 'districts', created: 20 },
  // Six contributions have no text.
  { path: 'text/an-egalite-fh-crowdsourcing.csv', target: 'table', created: 2_448, rejected: 6 },
  { path: 'text/granddebat-propositions-impots.csv', target: 'table', created: 67 },
  { path: 'text/republique-numerique-contributions-index.json', target: 'table', created: 2_086 },
  { path: 'text/vrai-debat-contributions.jsonl', target: 'table', created: 243 },
  {
    path: 'text/vrai-debat-slugs-europe-affaires-etrangeres-outre-mer.txt',
    target: 'table',
    created: 906,
  },
]

describe.skipIf(!there)('real files of ../shared/data (skipped where the folder is not there)', () => {
  let dossier: TestDossier
  let call: DossierCall

  async function importFile(path: string): Promise<ImportOutcome> {
    return importsService.commit(
      { processId: dossier.processId, path: join(folder, path), choices: {} },
      call,
    )
  }
  async function counts() {
    const { reader } = dossier.database
    const of = async (table: 'submission' | 'citizen_comment' | 'project' | 'district' | 'journal_entry') =>
      (
        await reader
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
      ).count
    return {
      submissions: await of('submission'),
      comments: await of('citizen_comment'),
      projects: await of('project'),
      districts: await of('district'),
      journal: await of('journal_entry'),
    }
  }

  beforeAll(async () => {
    dossier = await openTestDossier()
    call = await dossier.callAs('Camille', ['administrator'])
  })
  afterAll(() => dossier.close())

  it.each(files)(
    'imports $path, and the second time nothing',
    async ({ path, target, created, rejected }) => {
      const first = await importFile(path)
      expect(first).toMatchObject({ target, created, updated: 0, unchanged: 0, rejected: rejected ?? 0 })
      expect(first.rows).toBe(created + (rejected ?? 0))
      const before = await counts()
      const second = await importFile(path)
      expect(second).toMatchObject({ created: 0, updated: 0, unchanged: created, rejected: rejected ?? 0 })
      expect(second.batchId).toBeNull()
      expect(await counts()).toEqual(before)
    },
  )

  it('knows the same export again as JSON and as XLSX', async () => {
    expect(await importFile('decidim/budgets-importer-projects.json')).toMatchObject({
      rows: 2,
      unchanged: 2,
    })
    // A workbook's dates have no zone: the one column that this file has no field for reads a little differently.
    expect(await importFile('decidim/budgets-importer-projects.xlsx')).toMatchObject({ rows: 2, updated: 2 })
    expect(await importFile('decidim/budgets-importer-projects.xlsx')).toMatchObject({
      rows: 2,
      unchanged: 2,
    })
  })

  it('keeps every title and every word of the Lille proposals, accents and line breaks included', async () => {
    const records: Record<string, string>[] = parse(
      readFileSync(join(folder, 'decidim/lille-granddebat-proposals.csv')),
      { delimiter: ';', columns: true },
    )
    const rows = await dossier.database.reader
      .selectFrom('submission')
      .select([
        'external_id',
        'title',
        'body_text',
        'comments_count',
        'supports_count',
        'submitted_at',
        'url',
      ])
      .where('source', '=', 'decidim:participation.lillemetropole.fr')
      .execute()
    const byId = new Map(rows.map((row) => [row.external_id, row]))
    const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()
    for (const record of records) {
      const row = byId.get(record.id ?? '')
      expect({
        title: row?.title,
        body: squeezed(row?.body_text ?? ''),
        comments: row?.comments_count,
        supports: row?.supports_count,
        at: row?.submitted_at,
      }).toEqual({
        title: squeezed(record.title ?? ''),
        body: squeezed(record.body ?? ''),
        comments: Number(record.comments),
        supports: Number(record.votes),
        at: new Date((record.created_at ?? '').replace(' +', '+').replace(' ', 'T')).toISOString(),
      })
    }
  })

  it('reads Windows-1252 as the same words as the UTF-8 original', async () => {
    const preview = await importsService.inspect(
      { path: join(folder, 'messy/granddebat-propositions-cp1252.csv'), choices: {} },
      call,
    )
    expect(preview.encoding).toBe('windows-1252')
    const text = JSON.stringify(preview.sample)
    expect(text).toMatch(/é/)
    expect(text).not.toMatch(/Ã|\ufffd/)
  })

  it('ties project costs of Barcelona to the cent', async () => {
    const records: Record<string, string>[] = parse(
      readFileSync(join(folder, 'decidim/barcelona-projects.csv')),
      { delimiter: ';', columns: true },
    )
    const { total } = await dossier.database.reader
      .selectFrom('project')
      .select((eb) => eb.fn.sum<number>('imported_cost_cents').as('total'))
      .where('source', 'like', '%barcelona%')
      .executeTakeFirstOrThrow()
    expect(total).toBe(records.reduce((sum, record) => sum + Number(record.budget_amount) * 100, 0))
  })
})
