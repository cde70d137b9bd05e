import { type Expression, type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import {
  type LetterKind,
  letterOfStage,
  outcomeStages,
  stagesUntoldOnPlatform,
} from '../../../shared/domain/letters/letter-kind.ts'
import type { Database } from '../database.ts'

/** The columns of `owedLetters`: what is owed to whom, and the draft of it if there is one. */
export interface OwedColumns {
  id: string
  number: number
  reference: string
  title: string
  author_name: string | null
  author_email: string | null
  author_address: string | null
  paper: number
  on_platform: number
  kind: LetterKind
  event: string
  target_id: string
  decided_at: string
  letter_id: string | null
  draft_channel: string | null
}

const toldStage = sql<string>`case when submission.stage = 'merged' and lead.stage in (${sql.join(
  outcomeStages.map((stage) => sql.lit(stage)),
)}) then lead.stage else submission.stage end`

const kindOfToldStage = sql<LetterKind>`case told.told_stage ${sql.join(
  Object.entries(letterOfStage).map(([stage, kind]) => sql`when ${sql.lit(stage)} then ${sql.lit(kind)}`),
  sql` `,
)} end`

/**
 * The letters that a démarche owes, one for each proposal at most: that of its stage, or of its lead proposal's outcome.
 * A letter is owed until one of the same kind about the same decision was made. `onSubmission` narrows by columns of
 * `submission`.
 */
export function owedLetters(
  db: Kysely<Database>,
  processId: string,
  onSubmission: Expression<SqlBool> = sql<SqlBool>`1 = 1`,
) {
  const told = db
    .selectFrom('submission')
    .leftJoin('submission as lead', 'lead.id', 'submission.merged_into_id')
    .where('submission.process_id', '=', processId)
    .where(onSubmission)
    .select([
      'submission.id',
      'submission.number',
      'submission.reference',
      'submission.title',
      'submission.author_name',
      'submission.author_email',
      'submission.author_address',
      toldStage.as('told_stage'),
      sql<string>`case when ${toldStage} = submission.stage then submission.id else lead.id end`.as(
        'target_id',
      ),
      sql<string>`case when ${toldStage} = submission.stage then submission.stage_changed_at else lead.stage_changed_at end`.as(
        'decided_at',
      ),
      sql<number>`case when submission.channel = 'online' then 0 else 1 end`.as('paper'),
      sql<number>`case when submission.source like 'decidim%' and submission.external_id is not null and submission.stage not in (${sql.join(
        stagesUntoldOnPlatform.map((stage) => sql.lit(stage)),
      )}) then 1 else 0 end`.as('on_platform'),
    ])
  const withKind = db.selectFrom(told.as('told')).selectAll('told').select(kindOfToldStage.as('kind'))
  const withEvent = db
    .selectFrom(withKind.as('due'))
    .where('due.kind', 'is not', null)
    .selectAll('due')
    .select(
      // Told once for each decision: one that was taken back and taken again is told again.
      sql<string>`coalesce((select decision.id from decision where decision.submission_id = due.target_id
        and decision.undone_at is null
        and decision.to_stage = case due.kind when 'completion' then 'incomplete' when 'not-selected' then due.told_stage else due.kind end
        order by decision.decided_at desc, decision.id desc limit 1), 'stage')`.as('event'),
    )
  return db
    .selectFrom(withEvent.as('owed'))
    .leftJoin('letter', (join) =>
      join
        .onRef('letter.submission_id', '=', 'owed.id')
        .onRef('letter.kind', '=', 'owed.kind')
        .onRef('letter.event', '=', 'owed.event'),
    )
    .where('letter.produced_at', 'is', null)
}

/** The same rule as `preferredChannel`, or the way that somebody chose; null when nobody knows how. */
export function channelInSql(columns: {
  readonly chosen: RawBuilder<string | null>
  readonly table: 'owed'
}): RawBuilder<string | null> {
  const { chosen, table } = columns
  const has = (column: string): RawBuilder<SqlBool> =>
    sql<SqlBool>`trim(coalesce(${sql.ref(`${table}.${column}`)}, '')) <> ''`
  const platform = sql<SqlBool>`${sql.ref(`${table}.on_platform`)} = 1`
  const paper = sql<SqlBool>`${sql.ref(`${table}.paper`)} = 1`
  return sql`case
    when ${chosen} is not null then ${chosen}
    when ${paper} and ${has('author_address')} then 'post'
    when ${has('author_email')} then 'email'
    when ${platform} then 'platform'
    when ${has('author_address')} then 'post'
  end`
}
