import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import SqliteDatabase from 'better-sqlite3'
import { matchingSubmissionIds } from '../../electron/data/read-models/submission-list.query.ts'
import type { DossierCall } from '../../electron/services/call.ts'
import { deskService } from '../../electron/services/desk/desk.service.ts'
import { importsService } from '../../electron/services/imports/imports.service.ts'
import { progressService } from '../../electron/services/progress/progress.service.ts'
import { submissionsService } from '../../electron/services/submissions/submissions.service.ts'
import { teamService } from '../../electron/services/team/team.service.ts'
import { openTestDossier, type TestDossier } from '../helpers/test-dossier.ts'
import { type Bench, type BenchResult, measureApart, median, runBench, timed } from './bench.ts'
import { writeSampleExport } from './sample-proposals.ts'

const file = fileURLToPath(import.meta.url)
const count = 100_000
const rounds = 9

/** What is measured, and the bare query of what it counts; both on the same file, turn about. */
const measured = [
  {
    name: 'progress of the campaign',
    ours: ({ processId }: TestDossier, call: DossierCall) =>
      progressService.campaign({ processId, window: 10 }, call),
    bare: `select substr(decided_at, 1, 13) as hour, decided_by, count(*) from decision
      where rulebook_id in (select id from rulebook where process_id = ?) and undone_at is null
      group by 1, 2`,
  },
  {
    name: 'who has what',
    ours: ({ processId }: TestDossier, call: DossierCall) => teamService.overview({ processId }, call),
    bare: `select assignee_id, count(*) from submission
      where process_id = ? and stage in ('submitted', 'incomplete') group by 1`,
  },
  {
    name: 'count of what is late',
    ours: ({ processId }: TestDossier, call: DossierCall) =>
      deskService.counts({ filters: [{ processId, late: true }] }, call),
    bare: `select count(*) from submission where process_id = ? and stage = 'submitted' and submitted_at < '2027-05-02'`,
  },
  {
    name: 'count of what is mine',
    ours: ({ processId }: TestDossier, call: DossierCall) =>
      deskService.counts({ filters: [{ processId, mine: true, stages: ['submitted'] }] }, call),
    bare: `select count(*) from submission where process_id = ? and stage = 'submitted' and assignee_id = 'x'`,
  },
] as const

/** A campaign half done: four officers, half of the proposals decided, the rest shared out. */
async function campaign(path: string, dossier: TestDossier): Promise<DossierCall> {
  const { processId } = dossier
  const lead = await dossier.callAs('Camille', ['administrator'])
  const officers = [lead]
  for (const name of ['Léa', 'Max', 'Inès']) officers.push(await dossier.callAs(name, ['moderator']))
  await importsService.commit({ processId, path, choices: {} }, lead)
  await teamService.saveSettings(
    {
      processId,
      version: 0,
      secondOpinion: 'none',
      decisionDays: 30,
      automatic: false,
      rules: [{ kind: 'round-robin', personIds: officers.map((officer) => officer.actor().id) }],
    },
    lead,
  )
  await teamService.distribute({ processId, expected: count }, lead)
  const ids = await matchingSubmissionIds(dossier.database, { processId })
  const share = 5_000
  for (let start = 0; start < ids.length / 2; start += share) {
    dossier.setNow(new Date(Date.UTC(2026, 2, 2 + start / share, 9)).toISOString())
    await submissionsService.decideMany(
      {
        submissionIds: ids.slice(start, start + share),
        verdict: 'admissible',
        reasons: [],
        rationale: '',
        redirectedTo: null,
        skipUnfit: true,
        preview: false,
      },
      officers[(start / share) % officers.length] ?? lead,
    )
  }
  // All that is left is late by now.
  dossier.setNow('2027-06-01T09:00:00.000Z')
  return lead
}

async function measureBoth(path: string): Promise<Readonly<Record<string, number>>> {
  const dossier = await openTestDossier()
  const figures: Record<string, number> = {}
  try {
    const call = await campaign(path, dossier)
    const raw = new SqliteDatabase(join(dossier.folder, 'test.parvis'), { readonly: true })
    raw.pragma('cache_size = -65536')
    for (const { name, ours, bare } of measured) {
      const statement = raw.prepare<[string]>(bare)
      const bareTimes: number[] = []
      const ourTimes: number[] = []
      for (let round = 0; round < rounds; round++) {
        bareTimes.push(await timed(() => void statement.all(dossier.processId)))
        ourTimes.push(
          await timed(async () => {
            await ours(dossier, call)
          }),
        )
      }
      figures[`${name} bare`] = median(bareTimes)
      figures[`${name} ours`] = median(ourTimes)
    }
    raw.close()
    return figures
  } finally {
    await dossier.close()
  }
}

/** Figures of the team over 100,000 proposals, half of them decided, against the bare count that each rests on. */
export const teamBench: Bench = {
  name: 'team',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'parvis-bench-'))
    try {
      const path = join(folder, `${count}.csv`)
      await writeSampleExport(path, count)
      const measure = await measureApart(file, path)
      return measured.map(({ name }): BenchResult => {
        const oursSeconds = measure.figures?.[`${name} ours`] ?? Number.NaN
        const bareSeconds = measure.figures?.[`${name} bare`] ?? Number.NaN
        return {
          name: `${name}, ${count.toLocaleString('en')} proposals`,
          oursSeconds,
          bareSeconds,
          ratio: oursSeconds / bareSeconds,
          aim: { kind: 'at-most', ratio: 4 },
          peakMegabytes: measure.peakMegabytes,
        }
      })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

if (process.argv[1] === file)
  await runBench(teamBench, async ([path = '']) => ({ seconds: 0, figures: await measureBoth(path) }))
