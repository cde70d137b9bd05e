import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { depositsByDay } from '../../../shared/domain/dates/deposits-by-day.ts'
import { type Stage, stageGroups } from '../../../shared/domain/lifecycle/stage.ts'
import { refusalReasons } from '../../../shared/domain/moderation/refusal-reason.ts'
import { cents, sumCents, zeroCents } from '../../../shared/domain/money/cents.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { KeyFigures, LabelledCount } from '../../../shared/read-models/key-figures.ts'
import type { Database } from '../database.ts'
import { listProjects } from './project-list.query.ts'

const admissibleStages: readonly Stage[] = [
  ...stageGroups.toStudy,
  'infeasible',
  ...stageGroups.toSign,
  ...stageGroups.onBallot,
]
const feasibleStages: readonly Stage[] = [...stageGroups.toSign, ...stageGroups.onBallot]
const ballotStages: readonly Stage[] = stageGroups.onBallot
const winningStages: readonly Stage[] = ['winner', 'delivered', 'abandoned']

/** Every figure of the report and the home page. The empty label stands for "not filled in". */
export async function keyFigures(db: Kysely<Database>, processId: string): Promise<KeyFigures> {
  const process = await db
    .selectFrom('process')
    .select(['envelope_cents', 'voters_count', 'time_zone'])
    .where('id', '=', processId)
    .executeTakeFirst()
  if (process === undefined) throw new AppError('not-found', { object: 'process' })

  const submissions = db
    .selectFrom('submission')
    .where('submission.process_id', '=', processId)
    .where('submission.stage', '!=', 'draft')
  const totals = await submissions
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number | null>('supports_count').as('supports'),
    ])
    .executeTakeFirstOrThrow()
  const byStage = await submissions
    .select((eb) => ['stage', eb.fn.countAll<number>().as('count')])
    .groupBy('stage')
    .execute()
  const byChannel = await submissions
    .select((eb) => ['channel', eb.fn.countAll<number>().as('count')])
    .groupBy('channel')
    .execute()
  const byDistrict = await submissions
    .leftJoin('district', 'district.id', 'submission.district_id')
    .select((eb) => ['district.name as label', eb.fn.countAll<number>().as('count')])
    .groupBy('district.name')
    .execute()
  const byTheme = await submissions
    .leftJoin('theme', 'theme.id', 'submission.theme_id')
    .select((eb) => ['theme.name as label', eb.fn.countAll<number>().as('count')])
    .groupBy('theme.name')
    .execute()
  const hours = await submissions
    .select((eb) => [
      sql<string>`substr(submitted_at, 1, 13)`.as('hour'),
      eb.fn.countAll<number>().as('count'),
    ])
    .groupBy(sql`substr(submitted_at, 1, 13)`)
    .execute()
  const authors = await db
    .selectFrom(
      submissions
        .select('author_name')
        .where('author_name', 'is not', null)
        .union(
          db
            .selectFrom('citizen_comment')
            // Two names are two people also where both are masked: only their number leaves the query.
            .select((eb) =>
              eb.fn
                .coalesce(
                  eb
                    .selectFrom('sealed_field')
                    .where('object_kind', '=', 'comment')
                    .whereRef('object_id', '=', 'citizen_comment.id')
                    .where('field', '=', 'author_name')
                    .select((inner) => inner.fn.max('content').as('content')),
                  'author_name',
                )
                .as('author_name'),
            )
            .where('process_id', '=', processId)
            .where('author_name', 'is not', null),
        )
        .as('names'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const comments = await db
    .selectFrom('citizen_comment')
    .where('process_id', '=', processId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const meetings = await db
    .selectFrom('meeting')
    .where('process_id', '=', processId)
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number | null>('attendees').as('attendees'),
      eb.fn.sum<number | null>('contributions').as('contributions'),
    ])
    .executeTakeFirstOrThrow()
  const refusals = await refusalCounts(db, processId)
  const projects = await listProjects(db, processId)
  const onBallot = projects.filter((project) => ballotStages.includes(project.stage))
  const winners = projects.filter((project) => winningStages.includes(project.stage))
  const attendees = meetings.attendees ?? 0
  const voters = process.voters_count ?? 0
  const atMeetings = meetings.contributions ?? 0
  return {
    participants: { authors: authors.count, attendees, voters, total: authors.count + attendees + voters },
    contributions: {
      submissions: totals.count,
      comments: comments.count,
      atMeetings,
      total: totals.count + comments.count + atMeetings,
    },
    supports: totals.supports ?? 0,
    meetings: meetings.count,
    submissions: totals.count,
    projectsOnBallot: onBallot.length,
    winners: winners.length,
    envelope: process.envelope_cents === null ? null : cents(process.envelope_cents),
    ballotTotal: sumCents(onBallot.map((project) => project.cost ?? zeroCents)),
    winnersTotal: sumCents(winners.map((project) => project.cost ?? zeroCents)),
    depositsByDay: depositsByDay(hours, process.time_zone),
    byDistrict: sorted(byDistrict),
    byTheme: sorted(byTheme),
    byChannel: [...byChannel].sort((left, right) => right.count - left.count),
    byStage: byStage.map((row) => ({ stage: row.stage as Stage, count: row.count })),
    refusals,
    funnel: [
      { step: 'submitted', count: totals.count },
      { step: 'admissible', count: await everReached(db, processId, admissibleStages) },
      { step: 'feasible', count: await everReached(db, processId, feasibleStages) },
      { step: 'on-ballot', count: onBallot.length },
      { step: 'winner', count: winners.length },
    ],
  }
}

function sorted(
  rows: readonly { readonly label: string | null; readonly count: number }[],
): readonly LabelledCount[] {
  return rows
    .map((row) => ({ label: row.label ?? '', count: row.count }))
    .sort((left, right) => right.count - left.count || left.label.localeCompare(right.label, 'fr'))
}

/** Submissions that are now, or before being merged or withdrawn were, at one of these stages. */
async function everReached(
  db: Kysely<Database>,
  processId: string,
  reached: readonly Stage[],
): Promise<number> {
  const row = await db
    .selectFrom('submission')
    .where('process_id', '=', processId)
    .where((eb) =>
      eb.or([
        eb('stage', 'in', [...reached]),
        eb.and([
          eb('stage', 'in', ['merged', 'withdrawn']),
          eb.exists(
            eb
              .selectFrom('decision')
              .select('decision.id')
              .whereRef('decision.submission_id', '=', 'submission.id')
              .where('decision.undone_at', 'is', null)
              .where('decision.to_stage', 'in', [...reached]),
          ),
        ]),
      ]),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

/** How often each reason was given in refusals that stand. One refusal may give several. */
async function refusalCounts(db: Kysely<Database>, processId: string): Promise<KeyFigures['refusals']> {
  const rows = await db
    .selectFrom('decision')
    .innerJoin('submission', 'submission.id', 'decision.submission_id')
    .where('submission.process_id', '=', processId)
    .where('submission.stage', '=', 'inadmissible')
    .where('decision.verdict', '=', 'inadmissible')
    .where('decision.undone_at', 'is', null)
    // A refusal that was reopened stands no more, even where a later one has followed.
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('decision as later')
            .select('later.id')
            .whereRef('later.submission_id', '=', 'decision.submission_id')
            .whereRef('later.id', '>', 'decision.id')
            .where('later.undone_at', 'is', null),
        ),
      ),
    )
    .select((eb) => ['decision.reasons', eb.fn.countAll<number>().as('count')])
    .groupBy('decision.reasons')
    .execute()
  const counts = new Map<(typeof refusalReasons)[number], number>()
  for (const row of rows) {
    for (const reason of z.array(z.enum(refusalReasons)).parse(JSON.parse(row.reasons))) {
      counts.set(reason, (counts.get(reason) ?? 0) + row.count)
    }
  }
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((left, right) => right.count - left.count)
}
