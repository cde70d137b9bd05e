import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import {
  admissibilityCriteria,
  checklistAnswers,
} from '../../../shared/domain/moderation/admissibility-checklist.ts'
import { refusalReasons } from '../../../shared/domain/moderation/refusal-reason.ts'
import { type Verdict, verdicts } from '../../../shared/domain/moderation/verdict.ts'
import type { ModerationReportRow, RegisterRow } from '../../../shared/read-models/reports.ts'
import type { Channel } from '../../../shared/read-models/submission.ts'
import type { Database } from '../database.ts'

/** Rows fetched at a time: reports of a million lines pass through in flat memory. */
const batchSize = 2_000

const reasonsSchema = z.array(z.enum(refusalReasons))
const checklistSchema = z.partialRecord(
  z.enum(admissibilityCriteria),
  z.object({ answer: z.enum(checklistAnswers), comment: z.string().optional() }),
)

function lastDecisions(db: Kysely<Database>, submissionIds: readonly string[]) {
  return db
    .selectFrom('decision')
    .innerJoin('rulebook', 'rulebook.id', 'decision.rulebook_id')
    .where('decision.submission_id', 'in', [...submissionIds])
    .where('decision.undone_at', 'is', null)
    .where('decision.verdict', 'in', [...verdicts])
    .select([
      'decision.submission_id',
      'decision.verdict',
      'decision.reasons',
      'decision.rationale',
      'decision.redirected_to',
      'decision.decided_by_name',
      'decision.seconded_by_name',
      'decision.decided_at',
      'rulebook.number as rulebook_number',
    ])
    .orderBy('decision.decided_at')
    .orderBy('decision.id')
    .execute()
}

/** The last day on which something was sent to each proposer. */
async function lastAnswers(
  db: Kysely<Database>,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await db
    .selectFrom('letter')
    .where('submission_id', 'in', [...submissionIds])
    .where('sent_on', 'is not', null)
    .select((eb) => ['submission_id', eb.fn.max('sent_on').as('answered_on')])
    .groupBy('submission_id')
    .execute()
  return new Map(rows.map((row) => [row.submission_id, row.answered_on]))
}

async function* batches(db: Kysely<Database>, processId: string) {
  let after = 0
  for (;;) {
    const rows = await db
      .selectFrom('submission')
      .leftJoin('theme', 'theme.id', 'submission.theme_id')
      .leftJoin('district', 'district.id', 'submission.district_id')
      .leftJoin('person', 'person.id', 'submission.assignee_id')
      .leftJoin('study', 'study.submission_id', 'submission.id')
      .where('submission.process_id', '=', processId)
      .where('submission.number', '>', after)
      .selectAll('submission')
      .select([
        'theme.name as theme_name',
        'district.name as district_name',
        'person.name as assignee_name',
        'study.answer as study_answer',
      ])
      .orderBy('submission.number')
      .limit(batchSize)
      .execute()
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.number
    const decisions = new Map(
      (
        await lastDecisions(
          db,
          rows.map((row) => row.id),
        )
      ).map((decision) => [decision.submission_id, decision]),
    )
    yield rows.map((row) => ({ row, decision: decisions.get(row.id) }))
    if (rows.length < batchSize) return
  }
}

/** The register: every submission by number, with its last answer. */
export async function* registerRows(db: Kysely<Database>, processId: string): AsyncGenerator<RegisterRow> {
  for await (const batch of batches(db, processId)) {
    for (const { row, decision } of batch) {
      const answer =
        row.study_answer !== null && row.study_answer !== '' ? row.study_answer : (decision?.rationale ?? '')
      yield {
        number: row.number,
        reference: row.reference,
        submittedAt: row.submitted_at,
        channel: row.channel as Channel,
        title: row.title,
        bodyText: row.body_text,
        authorName: row.author_name,
        themeName: row.theme_name,
        districtName: row.district_name,
        address: row.address,
        latitude: row.latitude,
        longitude: row.longitude,
        supportsCount: row.supports_count,
        commentsCount: row.comments_count,
        stage: row.stage as Stage,
        assigneeName: row.assignee_name,
        reasons: decision === undefined ? [] : reasonsSchema.parse(JSON.parse(decision.reasons)),
        answer: answer === '' ? null : answer,
        url: row.url,
        externalId: row.external_id,
      }
    }
  }
}

/** Moderation: every submission by number with its last verdict in force. */
export async function* moderationRows(
  db: Kysely<Database>,
  processId: string,
): AsyncGenerator<ModerationReportRow> {
  for await (const batch of batches(db, processId)) {
    const answers = await lastAnswers(
      db,
      batch.map(({ row }) => row.id),
    )
    for (const { row, decision } of batch) {
      yield {
        number: row.number,
        reference: row.reference,
        title: row.title,
        submittedAt: row.submitted_at,
        stage: row.stage as Stage,
        assigneeName: row.assignee_name,
        verdict: decision === undefined ? null : (decision.verdict as Verdict),
        reasons: decision === undefined ? [] : reasonsSchema.parse(JSON.parse(decision.reasons)),
        answer: decision === undefined || decision.rationale === '' ? null : decision.rationale,
        redirectedTo: decision?.redirected_to ?? null,
        decidedByName: decision === undefined ? null : signatories(decision),
        decidedAt: decision?.decided_at ?? null,
        rulebookNumber: decision?.rulebook_number ?? null,
        answeredOn: answers.get(row.id) ?? null,
        checklist: checklistSchema.parse(JSON.parse(row.checklist)),
      }
    }
  }
}

/** Both officers, where the démarche asked for two. */
function signatories(decision: {
  readonly decided_by_name: string
  readonly seconded_by_name: string | null
}): string {
  return [decision.decided_by_name, decision.seconded_by_name].filter((name) => name !== null).join(', ')
}
