import { type Kysely, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { type LetterKind, stagesUntoldOnPlatform } from '../../../shared/domain/letters/letter-kind.ts'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import type { AdmissibilityChecklist } from '../../../shared/domain/moderation/admissibility-checklist.ts'
import { type RefusalReason, refusalReasons } from '../../../shared/domain/moderation/refusal-reason.ts'
import type { Database } from '../database.ts'
import { chunked, readChecklist } from '../submissions/submission.repository.ts'
import { owedLetters } from './owed-letters.query.ts'

/** Everything that a letter may tell of one proposal; texts are as they stand, masked where they are masked. */
export interface LetterFacts {
  readonly submissionId: string
  readonly reference: string
  readonly title: string
  readonly kind: LetterKind
  readonly event: string
  readonly authorName: string | null
  readonly authorEmail: string | null
  readonly authorAddress: string | null
  readonly paper: boolean
  readonly onPlatform: boolean
  readonly submittedAt: string
  readonly checklist: AdmissibilityChecklist
  readonly themeName: string | null
  readonly districtName: string | null
  readonly reasons: readonly RefusalReason[]
  readonly rationale: string
  readonly redirectedTo: string | null
  readonly decidedAt: string | null
  readonly studyAnswer: string
  readonly department: string
  readonly costCents: number | null
  readonly votes: number | null
  /** The proposal that it is grouped under. */
  readonly lead: { readonly reference: string; readonly title: string } | null
}

const reasonsSchema = z.array(z.enum(refusalReasons))

/** The letters owed to these proposals, with what each may tell, by number. */
export async function owedFacts(
  db: Kysely<Database>,
  processId: string,
  submissionIds: readonly string[],
): Promise<readonly LetterFacts[]> {
  const facts: (LetterFacts & { readonly number: number })[] = []
  for (const chunk of chunked(submissionIds, 500)) {
    const owed = await owedLetters(db, processId, sql<SqlBool>`submission.id in (${sql.join(chunk)})`)
      .select(['owed.id', 'owed.kind', 'owed.event', 'owed.target_id', 'owed.number'])
      .execute()
    facts.push(...(await factsOf(db, owed)))
  }
  return facts.sort((left, right) => left.number - right.number)
}

/** What a letter of any kind would tell of one proposal, whether it is owed or not. */
export async function factsFor(
  db: Kysely<Database>,
  submissionId: string,
  kind: LetterKind,
): Promise<LetterFacts | undefined> {
  const row = await db
    .selectFrom('submission')
    .select(['id', 'number'])
    .where('id', '=', submissionId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const decision = await db
    .selectFrom('decision')
    .select('id')
    .where('submission_id', '=', submissionId)
    .where('undone_at', 'is', null)
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const [facts] = await factsOf(db, [
    { ...row, kind, event: decision?.id ?? 'stage', target_id: submissionId },
  ])
  return facts
}

interface Owed {
  readonly id: string
  readonly number: number
  readonly kind: LetterKind
  readonly event: string
  readonly target_id: string
}

async function factsOf(db: Kysely<Database>, owed: readonly Owed[]) {
  if (owed.length === 0) return []
  const ids = owed.map(({ id }) => id)
  const targets = [...new Set(owed.map(({ target_id }) => target_id))]
  const rows = await db
    .selectFrom('submission')
    .leftJoin('submission as lead', 'lead.id', 'submission.merged_into_id')
    .leftJoin('theme', 'theme.id', 'submission.theme_id')
    .leftJoin('district', 'district.id', 'submission.district_id')
    .where('submission.id', 'in', ids)
    .select([
      'submission.id',
      'submission.reference',
      'submission.title',
      'submission.author_name',
      'submission.author_email',
      'submission.author_address',
      'submission.channel',
      'submission.source',
      'submission.stage',
      'submission.external_id',
      'submission.submitted_at',
      'submission.checklist',
      'theme.name as theme_name',
      'district.name as district_name',
      'lead.reference as lead_reference',
      'lead.title as lead_title',
    ])
    .$narrowType<{ stage: Stage }>()
    .execute()
  const told = await db
    .selectFrom('submission')
    .leftJoin('study', 'study.submission_id', 'submission.id')
    .leftJoin('project', 'project.id', 'submission.project_id')
    .where('submission.id', 'in', targets)
    .select([
      'submission.id',
      'study.answer',
      'study.lead_department',
      'study.has_estimate',
      'study.amount_incl_vat_cents',
      'project.votes',
      'project.managing_department',
    ])
    .execute()
  const decisions = await db
    .selectFrom('decision')
    .where(
      'id',
      'in',
      owed.map(({ event }) => event),
    )
    .select(['id', 'reasons', 'rationale', 'redirected_to', 'decided_at'])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const targetById = new Map(told.map((row) => [row.id, row]))
  const decisionById = new Map(decisions.map((row) => [row.id, row]))
  return owed.flatMap(({ id, number, kind, event, target_id }) => {
    const row = byId.get(id)
    if (row === undefined) return []
    const target = targetById.get(target_id)
    const decision = decisionById.get(event)
    const lead =
      row.lead_reference === null || row.lead_title === null
        ? null
        : { reference: row.lead_reference, title: row.lead_title }
    return [
      {
        submissionId: id,
        number,
        reference: row.reference,
        title: row.title,
        kind,
        event,
        authorName: row.author_name,
        authorEmail: row.author_email,
        authorAddress: row.author_address,
        paper: row.channel !== 'online',
        onPlatform:
          row.source.startsWith('decidim') &&
          row.external_id !== null &&
          !stagesUntoldOnPlatform.includes(row.stage),
        submittedAt: row.submitted_at,
        checklist: readChecklist(row.checklist),
        themeName: row.theme_name,
        districtName: row.district_name,
        reasons: decision === undefined ? [] : reasonsSchema.parse(JSON.parse(decision.reasons)),
        rationale: decision?.rationale ?? '',
        redirectedTo: decision?.redirected_to ?? null,
        decidedAt: decision?.decided_at ?? null,
        studyAnswer: target?.answer ?? '',
        department: (target?.managing_department ?? '') || (target?.lead_department ?? ''),
        costCents: target?.has_estimate === 1 ? target.amount_incl_vat_cents : null,
        votes: target?.votes ?? null,
        lead,
      } satisfies LetterFacts & { readonly number: number },
    ]
  })
}

/** The first proposal of a démarche, to look at a text with. */
export async function anyProposal(db: Kysely<Database>, processId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('submission')
    .select('id')
    .where('process_id', '=', processId)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
