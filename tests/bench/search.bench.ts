import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import SqliteDatabase from 'better-sqlite3'
import { listSubmissions } from '../../electron/data/read-models/submission-list.query.ts'
import { importsService } from '../../electron/services/imports/imports.service.ts'
import { openTestDossier } from '../helpers/test-dossier.ts'
import { type Bench, type BenchResult, measureApart, median, runBench, timed } from './bench.ts'
import { writeSampleExport } from './sample-proposals.ts'

const file = fileURLToPath(import.meta.url)
const windowRows = 100
const rounds = 9

const searches = [
  { name: 'two words', typed: 'jardin partagé', match: '"jardin"* AND "partage"*' },
  { name: 'a prefix', typed: 'biodiv', match: '"biodiv"*' },
] as const

/** Both sides on one file in one process, turn about: the same pages are warm for both. */
async function searchBoth(path: string): Promise<Readonly<Record<string, number>>> {
  const dossier = await openTestDossier()
  const figures: Record<string, number> = {}
  try {
    const call = await dossier.callAs('Camille', ['administrator'])
    await importsService.commit({ processId: dossier.processId, path, choices: {} }, call)
    const raw = new SqliteDatabase(join(dossier.folder, 'test.parvis'), { readonly: true })
    raw.pragma('cache_size = -65536')
    // What any list needs: how many there are, and the first window of them in the order of their numbers.
    const counted = raw.prepare<[string], { total: number }>(
      'select count(*) as total from submission_search where submission_search match ?',
    )
    const page = raw.prepare<[string, string]>(
      `select id, number, reference, title, substr(body_text, 1, 160) from submission
       where process_id = ? and row_id in (select rowid from submission_search where submission_search match ?)
       order by number limit ${windowRows}`,
    )
    for (const { name, typed, match } of searches) {
      const bare: number[] = []
      const ours: number[] = []
      for (let round = 0; round < rounds; round++) {
        let total = 0
        bare.push(
          await timed(() => {
            total = counted.get(match)?.total ?? 0
            page.all(dossier.processId, match)
          }),
        )
        ours.push(
          await timed(async () => {
            const found = await listSubmissions(
              dossier.database,
              { processId: dossier.processId, search: typed },
              { sort: 'number', descending: false, offset: 0, limit: windowRows },
            )
            if (found.total !== total) throw new Error(`${name}: found ${found.total}, bare ${total}`)
          }),
        )
      }
      figures[`${name} bare`] = median(bare)
      figures[`${name} ours`] = median(ours)
    }
    raw.close()
    return figures
  } finally {
    await dossier.close()
  }
}

/** Full-text search of the queue against the bare FTS5 query. */
export const searchBench: Bench = {
  name: 'search',
  async run({ quick }) {
    const folder = await mkdtemp(join(tmpdir(), 'parvis-bench-'))
    const results: BenchResult[] = []
    try {
      for (const count of quick ? [100_000] : [100_000, 1_000_000]) {
        const path = join(folder, `${count}.csv`)
        await writeSampleExport(path, count)
        const measure = await measureApart(file, path)
        await rm(path)
        for (const { name } of searches) {
          const oursSeconds = measure.figures?.[`${name} ours`] ?? Number.NaN
          const bareSeconds = measure.figures?.[`${name} bare`] ?? Number.NaN
          results.push({
            name: `search by ${name}, ${count.toLocaleString('en')} rows`,
            oursSeconds,
            bareSeconds,
            ratio: oursSeconds / bareSeconds,
            aim: { kind: 'at-most', ratio: 1.5 },
            peakMegabytes: measure.peakMegabytes,
          })
        }
      }
      return results
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

if (process.argv[1] === file)
  await runBench(searchBench, async ([path = '']) => {
    const figures = await searchBoth(path)
    return { seconds: 0, figures }
  })
