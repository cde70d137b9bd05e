import type { Kysely } from 'kysely'
import type { AgreementMeans, AgreementState } from '../../../shared/domain/families/agreement.ts'
import { uniteSupports } from '../../../shared/domain/families/united-supports.ts'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import type { AgreementRecord, Family, FamilyMember } from '../../../shared/read-models/family.ts'
import type { Database, FamilyAgreementTable } from '../database.ts'
import { supportersOf } from '../families/supporter.repository.ts'

/** The family of a proposal with what stays each one's own, and what they have together; null for one alone. */
export async function familyOf(db: Kysely<Database>, submissionId: string): Promise<Family | null> {
  const row = await db
    .selectFrom('submission')
    .select(['id', 'merged_into_id'])
    .where('id', '=', submissionId)
    .executeTakeFirst()
  if (row === undefined) return null
  const leadId = row.merged_into_id ?? row.id
  const rows = await db
    .selectFrom('submission')
    .select([
      'id',
      'number',
      'reference',
      'title',
      'author_name',
      'stage',
      'supports_count',
      'comments_count',
    ])
    .where((eb) => eb.or([eb('id', '=', leadId), eb('merged_into_id', '=', leadId)]))
    .orderBy('number')
    .execute()
  if (rows.length < 2) return null
  const ids = rows.map(({ id }) => id)
  const known = await supportersOf(db, ids)
  const attachments = await attachmentCounts(db, ids)
  const agreements = await agreementsUnder(db, leadId)
  const members = rows.map(
    (member): FamilyMember => ({
      id: member.id,
      number: member.number,
      reference: member.reference,
      title: member.title,
      authorName: member.author_name,
      stage: member.stage as Stage,
      supportsCount: member.supports_count,
      knownSupporters: known.get(member.id)?.size ?? 0,
      commentsCount: member.comments_count,
      attachmentsCount: attachments.get(member.id) ?? 0,
      agreement: agreements.get(member.id) ?? null,
    }),
  )
  const lead = members.find(({ id }) => id === leadId)
  if (lead === undefined) return null
  return {
    lead,
    members: members.filter(({ id }) => id !== leadId),
    supports: uniteSupports(
      members.map(({ id, supportsCount }) => ({ count: supportsCount, known: known.get(id) ?? new Set() })),
    ),
    commentsCount: members.reduce((sum, member) => sum + member.commentsCount, 0),
    attachmentsCount: members.reduce((sum, member) => sum + member.attachmentsCount, 0),
  }
}

/** How many files each proposal has. */
export async function attachmentCounts(
  db: Kysely<Database>,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('attachment')
    .where('owner_kind', '=', 'submission')
    .where('owner_id', 'in', [...submissionIds])
    .groupBy('owner_id')
    .select((eb) => ['owner_id', eb.fn.countAll<number>().as('count')])
    .execute()
  return new Map(rows.map((row) => [row.owner_id, row.count]))
}

async function agreementsUnder(
  db: Kysely<Database>,
  leadId: string,
): Promise<ReadonlyMap<string, AgreementRecord>> {
  const rows = await db.selectFrom('family_agreement').selectAll().where('lead_id', '=', leadId).execute()
  return new Map(rows.map((row) => [row.submission_id, toAgreement(row)]))
}

function toAgreement(row: FamilyAgreementTable): AgreementRecord {
  return {
    state: row.state as AgreementState,
    askedOn: row.asked_on,
    answeredOn: row.answered_on,
    means: row.means as AgreementMeans | null,
    note: row.note,
    recordedByName: row.recorded_by_name,
    recordedAt: row.recorded_at,
  }
}
