import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import SqliteDatabase from 'better-sqlite3'
import { importsService } from '../../electron/services/imports/imports.service.ts'
import { openTestDossier } from '../helpers/test-dossier.ts'
import { type Bench, type BenchResult, measureApart, runBench, timed } from './bench.ts'
import { sampleProposal, writeSampleExport } from './sample-proposals.ts'

const file = fileURLToPath(import.meta.url)

/** Import of a Decidim export, from the file on disk to the acknowledged commit. */
async function importWhole(path: string, count: number): Promise<number> {
  const dossier = await openTestDossier()
  try {
    const call = await dossier.callAs('Camille', ['administrator'])
    const seconds = await timed(async () => {
      const outcome = await importsService.commit({ processId: dossier.processId, path, choices: {} }, call)
      if (outcome.created !== count) throw new Error(`created ${outcome.created} of ${count}`)
    })
    return seconds
  } finally {
    await dossier.close()
  }
}

/** The same rows, ready made, through one prepared statement into the same table and the same search index. */
async function insertBare(count: number): Promise<number> {
  const dossier = await openTestDossier()
  const path = join(dossier.folder, 'test.parvis')
  try {
    const raw = new SqliteDatabase(path)
    raw.pragma('journal_mode = WAL')
    raw.pragma('synchronous = FULL')
    raw.pragma('temp_store = MEMORY')
    raw.pragma('cache_size = -65536')
    const columns = [
      'id',
      'process_id',
      'number',
      'reference',
      'title',
      'body',
      'body_text',
      'author_name',
      'channel',
      'stage',
      'stage_changed_at',
      'theme_id',
      'district_id',
      'latitude',
      'longitude',
      'submitted_at',
      'supports_count',
      'comments_count',
      'checklist',
      'source',
      'external_id',
      'component_id',
      'url',
      'content_hash',
      'extra',
      'created_at',
    ]
    const statement = raw.prepare(
      `insert into submission (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    )
    const at = '2026-03-01T09:00:00.000Z'
    const seconds = await timed(() => {
      raw.exec('begin')
      for (let number = 0; number < count; number++) {
        const row = sampleProposal(number)
        statement.run(
          `0199a1b2-${String(number).padStart(12, '0')}-8000`,
          dossier.processId,
          number + 1,
          `BP26-${String(number + 1).padStart(4, '0')}`,
          row.title,
          `<p>${row.body}</p>`,
          row.body,
          row.author,
          'online',
          'submitted',
          at,
          dossier.themeIds[0],
          dossier.districtIds[0],
          Number(row.latitude),
          Number(row.longitude),
          row.publishedAt,
          Number(row.supports),
          0,
          '{}',
          'decidim:participer.exemple.fr',
          row.id,
          '3',
          row.url,
          row.url.slice(-27),
          `{"reference":"PART-PROP-2026-03-${row.id}","category/id":"1","scope/id":"2"}`,
          at,
        )
      }
      raw.exec(`insert into submission_search(rowid, reference, title, body_text, author_name)
        select row_id, reference, title, body_text, author_name from submission`)
      raw.exec('commit')
    })
    raw.close()
    return seconds
  } finally {
    await dossier.close()
  }
}

/** Import speed against bare better-sqlite3. */
export const importBench: Bench = {
  name: 'import',
  async run({ quick }) {
    const folder = await mkdtemp(join(tmpdir(), 'parvis-bench-'))
    const results: BenchResult[] = []
    try {
      for (const count of quick ? [20_000, 100_000] : [100_000, 1_000_000]) {
        const path = join(folder, `${count}.csv`)
        await writeSampleExport(path, count)
        const bare = await measureApart(file, 'bare', String(count))
        const ours = await measureApart(file, 'ours', String(count), path)
        await rm(path)
        results.push({
          name: `import of ${count.toLocaleString('en')} rows`,
          oursSeconds: ours.seconds,
          bareSeconds: bare.seconds,
          ratio: bare.seconds / ours.seconds,
          aim: { kind: 'at-least', ratio: 0.5 },
          peakMegabytes: ours.peakMegabytes,
        })
      }
      return results
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

if (process.argv[1] === file)
  await runBench(importBench, async ([side, count = '0', path = '']) => ({
    seconds: side === 'bare' ? await insertBare(Number(count)) : await importWhole(path, Number(count)),
  }))
