import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { ReviewFilter } from '../../../shared/contract/submissions.contract.ts'
import { localDayOf, startOfLocalDay } from '../../../shared/domain/dates/local-day.ts'
import type { Verdict } from '../../../shared/domain/moderation/verdict.ts'
import { heldBy } from '../../../shared/domain/team/absence.ts'
import { type LateCondition, lateCondition } from '../../../shared/domain/team/due-date.ts'
import { assertNever } from '../../../shared/errors/assert-never.ts'
import type { Database } from '../database.ts'
import { listAbsences } from '../team/absence.repository.ts'
import { deadlineRuleOf } from '../team/team-setting.repository.ts'
import { openProposals } from './review.query.ts'

/** Verdicts that an officer gives in moderating: those that the progress of a campaign counts. */
export const countedVerdicts = [
  'admissible',
  'incomplete',
  'inadmissible',
  'merged',
] as const satisfies readonly Verdict[]

/** The work of the team in a filter of proposals, ready for SQL: who is meant and what is late are already known. */
export interface TeamCondition {
  readonly holderIds?: readonly string[] | undefined
  readonly late?: LateCondition | undefined
  readonly review?: { readonly filter: ReviewFilter; readonly personId: string } | undefined
  readonly decided?: DecidedCondition | undefined
}

interface DecidedCondition {
  readonly byIds: readonly string[]
  readonly from: string | undefined
  readonly before: string | undefined
}

/** The part of a filter that asks about the team, as it crosses the contract. */
export interface TeamFilter {
  readonly processId: string
  readonly mine?: boolean | undefined
  readonly late?: boolean | undefined
  readonly review?: ReviewFilter | undefined
  readonly decidedByIds?: readonly string[] | undefined
  readonly decidedFromOn?: string | undefined
  readonly decidedUntilOn?: string | undefined
}

/** Works out what a filter asks of the team, for one person at one instant. Undefined when it asks nothing. */
export async function teamCondition(
  db: Kysely<Database>,
  filter: TeamFilter,
  personId: string,
  now: string,
): Promise<TeamCondition | undefined> {
  const { mine, late, review, decidedByIds = [], decidedFromOn, decidedUntilOn } = filter
  const asksDecided = decidedByIds.length > 0 || decidedFromOn !== undefined || decidedUntilOn !== undefined
  if (!mine && !late && review === undefined && !asksDecided) return undefined
  const rule = await deadlineRuleOf(db, filter.processId)
  const today = localDayOf(now, rule.timeZone)
  return {
    holderIds: mine ? heldBy(await listAbsences(db, today), personId, today) : undefined,
    late: late ? lateCondition(now, rule) : undefined,
    review: review === undefined ? undefined : { filter: review, personId },
    decided: asksDecided
      ? {
          byIds: decidedByIds,
          from: decidedFromOn === undefined ? undefined : startOfLocalDay(decidedFromOn, rule.timeZone),
          before:
            decidedUntilOn === undefined ? undefined : startOfLocalDay(decidedUntilOn, rule.timeZone, 1),
        }
      : undefined,
  }
}

type Query = SelectQueryBuilder<Database, 'submission', Record<never, never>>

/** Narrows proposals to what the condition asks. */
export function withTeam(
  query: Query,
  db: Kysely<Database>,
  processId: string,
  { holderIds, late, review, decided }: TeamCondition,
): Query {
  let narrowed = query
  if (holderIds !== undefined) narrowed = narrowed.where('submission.assignee_id', 'in', [...holderIds])
  if (late !== undefined) narrowed = narrowed.where(isLate(late))
  if (review !== undefined) {
    const proposals = proposalsOf(db, processId, review.filter, review.personId)
    narrowed = narrowed.where('submission.row_id', review.filter === 'none' ? 'not in' : 'in', proposals)
  }
  if (decided !== undefined)
    narrowed = narrowed.where('submission.id', 'in', decidedSubmissions(db, processId, decided))
  return narrowed
}

/** Past its due date: what `dueAt` says in words, over the columns of `submission`. */
export function isLate({ everything, submittedBefore, awaitedBeforeOn }: LateCondition): RawBuilder<boolean> {
  if (everything) return sql<boolean>`submission.stage in ('submitted', 'incomplete')`
  const awaited = sql<boolean>`(submission.stage = 'incomplete' and submission.reply_by_on < ${awaitedBeforeOn})`
  return submittedBefore === null
    ? awaited
    : sql<boolean>`(${awaited} or (submission.stage = 'submitted' and submission.submitted_at < ${submittedBefore}))`
}

/** Row ids, which every index of the queue holds, of the submissions with proposed decisions that are meant. */
function proposalsOf(db: Kysely<Database>, processId: string, filter: ReviewFilter, personId: string) {
  const open = openProposals(db, processId).select('submission.row_id')
  switch (filter) {
    case 'for-me':
      return open
        .where('proposed_decision.state', '=', 'waiting')
        .where('proposed_decision.proposed_by', '!=', personId)
    case 'by-me':
      return open.where('proposed_decision.proposed_by', '=', personId)
    case 'waiting':
      return open.where('proposed_decision.state', '=', 'waiting')
    case 'disagreed':
      return open.where('proposed_decision.state', '=', 'disagreed')
    case 'none':
      return open
    default:
      return assertNever(filter)
  }
}

/** Decisions of a démarche that count and stand: it knows them by its rules (I4), so no submission is read. */
export function countedDecisions(db: Kysely<Database>, processId: string) {
  return db
    .selectFrom('decision')
    .where(
      'decision.rulebook_id',
      'in',
      db.selectFrom('rulebook').select('rulebook.id').where('rulebook.process_id', '=', processId),
    )
    .where('decision.undone_at', 'is', null)
    .where('decision.verdict', 'in', [...countedVerdicts])
}

function decidedSubmissions(
  db: Kysely<Database>,
  processId: string,
  { byIds, from, before }: DecidedCondition,
) {
  let query = countedDecisions(db, processId).select('decision.submission_id')
  if (byIds.length > 0) query = query.where('decision.decided_by', 'in', [...byIds])
  if (from !== undefined) query = query.where('decision.decided_at', '>=', from)
  if (before !== undefined) query = query.where('decision.decided_at', '<', before)
  return query
}
