import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../database.ts'
import type { TableName } from '../dialects/dialect.ts'

/**
 * How a column holds its words: plain text, our own safe rich text, a JSON record all of whose texts are free, or JSON
 * in which only the texts under `note` and `comment` are (the others are codes).
 */
export type TextFormat = 'plain' | 'rich' | 'record' | 'remarks'

/** A table in which the words of a proposal may stand: what is masked there when words of the proposal are. */
export interface RedactableTable {
  /** Names the object in the seal: never renamed. */
  readonly kind: string
  readonly table: TableName
  readonly columns: Readonly<Record<string, TextFormat>>
  /** Rows whose open editors must notice that a text changed. */
  readonly versioned: boolean
  /** Rows that several proposals share: the passages of all of them are masked there. */
  readonly shared: boolean
  /** A query for the ids of its rows that speak of a submission. */
  ids(submissionId: string): RawBuilder<unknown>
}

const ofSubmission = (table: TableName) => (submissionId: string) =>
  sql`select id from ${sql.table(table)} where submission_id = ${submissionId}`
const ofStudy = (table: TableName) => (submissionId: string) =>
  sql`select id from ${sql.table(table)} where study_id in (select id from study where submission_id = ${submissionId})`
const projectIds = (submissionId: string) =>
  sql`select project_id from project_submission where submission_id = ${submissionId}`

const own = { versioned: false, shared: false } as const

/**
 * Everything that is masked with a proposal. To add a table that holds words of a proposal, or words about it: one
 * entry here. A test walks through all text columns of the dossier and wants each of them here or told harmless.
 */
export const redactableTables: readonly RedactableTable[] = [
  {
    kind: 'submission',
    table: 'submission',
    columns: {
      title: 'plain',
      body: 'rich',
      body_text: 'plain',
      address: 'plain',
      url: 'plain',
      extra: 'record',
      checklist: 'remarks',
    },
    versioned: true,
    shared: false,
    ids: (submissionId) => sql`select id from submission where id = ${submissionId}`,
  },
  {
    ...own,
    kind: 'comment',
    table: 'citizen_comment',
    columns: { body: 'plain', author_name: 'plain', extra: 'record' },
    ids: ofSubmission('citizen_comment'),
  },
  { ...own, kind: 'note', table: 'note', columns: { text: 'plain' }, ids: ofSubmission('note') },
  {
    ...own,
    kind: 'set-aside',
    table: 'set_aside',
    columns: { note: 'plain' },
    ids: ofSubmission('set_aside'),
  },
  {
    ...own,
    kind: 'decision',
    table: 'decision',
    columns: { rationale: 'plain', redirected_to: 'plain', checklist: 'remarks' },
    ids: ofSubmission('decision'),
  },
  {
    ...own,
    kind: 'proposed-decision',
    table: 'proposed_decision',
    columns: { rationale: 'plain', redirected_to: 'plain', motive: 'plain', settlement_reason: 'plain' },
    ids: ofSubmission('proposed_decision'),
  },
  {
    ...own,
    kind: 'signal',
    table: 'submission_signal',
    // Its words are read from the masked text again in the same act.
    columns: { dismissed_reason: 'plain' },
    ids: ofSubmission('submission_signal'),
  },
  {
    kind: 'not-duplicate',
    table: 'not_duplicate',
    columns: { reason: 'plain' },
    versioned: false,
    // A judgement about two proposals may quote both.
    shared: true,
    ids: (submissionId) =>
      sql`select id from not_duplicate where a_id = ${submissionId} or b_id = ${submissionId}`,
  },
  {
    ...own,
    kind: 'family-agreement',
    table: 'family_agreement',
    columns: { note: 'plain' },
    ids: ofSubmission('family_agreement'),
  },
  {
    ...own,
    kind: 'attachment',
    table: 'attachment',
    columns: { file_name: 'plain', alternative_text: 'plain', credit: 'plain' },
    ids: (submissionId) =>
      sql`select id from attachment where owner_kind = 'submission' and owner_id = ${submissionId}`,
  },
  {
    kind: 'letter',
    table: 'letter',
    columns: { subject: 'plain', body: 'plain' },
    versioned: true,
    // A letter about a grouping quotes the title of the lead proposal.
    shared: true,
    ids: (submissionId) =>
      sql`select id from letter where submission_id = ${submissionId} or submission_id in (select id from submission where merged_into_id = ${submissionId})`,
  },
  {
    kind: 'study',
    table: 'study',
    columns: { grid: 'remarks', conditions: 'plain', running_cost_note: 'plain', answer: 'plain' },
    versioned: true,
    shared: false,
    ids: ofSubmission('study'),
  },
  {
    ...own,
    kind: 'opinion',
    table: 'study_opinion',
    columns: { comment: 'plain' },
    ids: ofStudy('study_opinion'),
  },
  { ...own, kind: 'cost-line', table: 'cost_line', columns: { label: 'plain' }, ids: ofStudy('cost_line') },
  {
    kind: 'project',
    table: 'project',
    columns: {
      title: 'plain',
      summary: 'plain',
      description: 'rich',
      address: 'plain',
      proposer_names: 'plain',
      url: 'plain',
      extra: 'record',
    },
    versioned: true,
    shared: true,
    ids: projectIds,
  },
  {
    kind: 'project-attachment',
    table: 'attachment',
    columns: { file_name: 'plain', alternative_text: 'plain', credit: 'plain' },
    versioned: false,
    shared: true,
    ids: (submissionId) =>
      sql`select id from attachment where owner_kind = 'project' and owner_id in (${projectIds(submissionId)})`,
  },
  {
    kind: 'visa',
    table: 'visa',
    columns: { reason: 'plain', voided_reason: 'plain' },
    versioned: false,
    shared: true,
    ids: (submissionId) => sql`select id from visa where project_id in (${projectIds(submissionId)})`,
  },
]

/**
 * Submissions that share a row of a `shared` table with this one: behind one project, in one family, judged to be two.
 */
export async function siblingSubmissions(
  db: Kysely<Database>,
  submissionId: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select submission_id as id from project_submission
      where project_id in (select project_id from project_submission where submission_id = ${submissionId})
    union select merged_into_id from submission where id = ${submissionId} and merged_into_id is not null
    union select id from submission where merged_into_id = ${submissionId}
    union select id from submission
      where merged_into_id in (select merged_into_id from submission where id = ${submissionId})
    union select a_id from not_duplicate where b_id = ${submissionId}
    union select b_id from not_duplicate where a_id = ${submissionId}`.execute(db)
  return rows.map(({ id }) => id).filter((id) => id !== submissionId)
}
