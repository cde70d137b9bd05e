import type { Kysely } from 'kysely'
import { uniteSupports } from '../../../shared/domain/families/united-supports.ts'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import { type SimilarKind, similarKinds } from '../../../shared/domain/similarity/similar-kind.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type {
  ComparedProposal,
  Likeness,
  NotDuplicateRecord,
  ProposalComparison,
  SimilarProposal,
} from '../../../shared/read-models/family.ts'
import type { Database, NotDuplicateTable } from '../database.ts'
import { findNotDuplicate, inOrder } from '../families/not-duplicate.repository.ts'
import { supportersOf } from '../families/supporter.repository.ts'
import { attachmentCounts } from './family.query.ts'
import { linkedSubmissions } from './open-pairs.query.ts'

/** What may be one with a proposal, most alike first; its own family is not among it. */
export async function similarProposals(
  db: Kysely<Database>,
  submissionId: string,
): Promise<readonly SimilarProposal[]> {
  const self = await db
    .selectFrom('submission')
    .select(['id', 'process_id', 'merged_into_id'])
    .where('id', '=', submissionId)
    .executeTakeFirst()
  if (self === undefined) return []
  const root = self.merged_into_id ?? self.id
  const side = (mine: 'a_id' | 'b_id', theirs: 'a_id' | 'b_id') =>
    db
      .selectFrom('similar_pair as pair')
      .innerJoin('submission as other', 'other.id', `pair.${theirs}`)
      .innerJoin('process', 'process.id', 'other.process_id')
      .leftJoin('not_duplicate as judged', (join) =>
        join.onRef('judged.a_id', '=', 'pair.a_id').onRef('judged.b_id', '=', 'pair.b_id'),
      )
      .where(`pair.${mine}`, '=', submissionId)
      .where((eb) => eb(eb.fn.coalesce('other.merged_into_id', 'other.id'), '!=', root))
      .select([
        'other.id',
        'other.number',
        'other.reference',
        'other.title',
        'other.author_name',
        'other.stage',
        'other.process_id',
        'process.title as process_title',
        'pair.kind',
        'pair.score',
        'pair.distance',
        'judged.id as judged_id',
        'judged.reason',
        'judged.decided_by_name',
        'judged.decided_at',
      ])
      .execute()
  const rows = [...(await side('a_id', 'b_id')), ...(await side('b_id', 'a_id'))]
  return rows
    .map(
      (row): SimilarProposal => ({
        proposal: {
          id: row.id,
          number: row.number,
          reference: row.reference,
          title: row.title,
          authorName: row.author_name,
          stage: row.stage as Stage,
        },
        otherProcess: row.process_id === self.process_id ? null : row.process_title,
        kind: row.kind as SimilarKind,
        score: row.score,
        distance: row.distance,
        notDuplicate:
          row.judged_id === null
            ? null
            : {
                reason: row.reason ?? '',
                decidedByName: row.decided_by_name ?? '',
                decidedAt: row.decided_at ?? '',
              },
      }),
    )
    .sort(
      (left, right) =>
        similarKinds.indexOf(left.kind) - similarKinds.indexOf(right.kind) ||
        right.score - left.score ||
        left.proposal.number - right.proposal.number,
    )
}

/** Two proposals side by side, the older number left. Refuses `not-found`. */
export async function compareProposals(
  db: Kysely<Database>,
  oneId: string,
  otherId: string,
): Promise<ProposalComparison> {
  const rows = await db
    .selectFrom('submission')
    .selectAll()
    .where('id', 'in', [oneId, otherId])
    .orderBy('submitted_at')
    .orderBy('number')
    .execute()
  const [left, right] = rows
  if (left === undefined || right === undefined) throw new AppError('not-found', { object: 'submission' })
  const ids = [left.id, right.id]
  const attachments = await attachmentCounts(db, ids)
  const leads = await linkedSubmissions(
    db,
    rows.flatMap((row) => row.merged_into_id ?? []),
  )
  const { a, b } = inOrder(left.id, right.id)
  const pair = await db
    .selectFrom('similar_pair')
    .select(['kind', 'score', 'distance'])
    .where('a_id', '=', a)
    .where('b_id', '=', b)
    .executeTakeFirst()
  const roots = [...new Set(rows.map((row) => row.merged_into_id ?? row.id))]
  const toSide = (row: (typeof rows)[number]): ComparedProposal => ({
    id: row.id,
    processId: row.process_id,
    number: row.number,
    reference: row.reference,
    title: row.title,
    authorName: row.author_name,
    stage: row.stage as Stage,
    bodyText: row.body_text,
    themeId: row.theme_id,
    districtId: row.district_id,
    address: row.address,
    latitude: row.latitude,
    longitude: row.longitude,
    submittedAt: row.submitted_at,
    supportsCount: row.supports_count,
    commentsCount: row.comments_count,
    attachmentsCount: attachments.get(row.id) ?? 0,
    lead: row.merged_into_id === null ? null : (leads.get(row.merged_into_id) ?? null),
  })
  return {
    left: toSide(left),
    right: toSide(right),
    likeness: pair === undefined ? null : toLikeness(pair),
    notDuplicate: toRecord(await findNotDuplicate(db, a, b)),
    sameFamily: roots.length === 1,
    supports: await supportsTogether(db, roots),
  }
}

function toLikeness(pair: {
  readonly kind: string
  readonly score: number
  readonly distance: number | null
}): Likeness {
  return { kind: pair.kind as SimilarKind, score: pair.score, distance: pair.distance }
}

function toRecord(row: NotDuplicateTable | undefined): NotDuplicateRecord | null {
  if (row === undefined) return null
  return { reason: row.reason, decidedByName: row.decided_by_name, decidedAt: row.decided_at }
}

/** How many people support these leads and what is grouped under them, all together. */
async function supportsTogether(db: Kysely<Database>, leadIds: readonly string[]) {
  const members = await db
    .selectFrom('submission')
    .select(['id', 'supports_count'])
    .where((eb) => eb.or([eb('id', 'in', [...leadIds]), eb('merged_into_id', 'in', [...leadIds])]))
    .execute()
  const known = await supportersOf(
    db,
    members.map(({ id }) => id),
  )
  return uniteSupports(
    members.map(({ id, supports_count }) => ({ count: supports_count, known: known.get(id) ?? new Set() })),
  )
}
