import type { Kysely, Transaction } from 'kysely'
import { type UnitedSupports, uniteSupports } from '../../../shared/domain/families/united-supports.ts'
import type { Database } from '../database.ts'
import type { DialectFeatures } from '../dialects/dialect.ts'
import { chunked } from '../submissions/submission.repository.ts'

/** One known supporter of a proposal. */
export interface KnownSupporter {
  readonly submissionId: string
  readonly identityHash: string
}

/** The key of the dossier's supporter hashes; `make` gives the one to keep when there is none yet. */
export async function supporterSecret(trx: Transaction<Database>, make: () => string): Promise<string> {
  const known = await trx.selectFrom('supporter_secret').select('value').executeTakeFirst()
  if (known !== undefined) return known.value
  const value = make()
  await trx.insertInto('supporter_secret').values({ value }).execute()
  return value
}

/** Known supporters of these proposals. */
export async function supportersOf(
  db: Kysely<Database>,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const known = new Map<string, Set<string>>()
  for (const chunk of chunked(submissionIds)) {
    const rows = await db
      .selectFrom('supporter')
      .select(['submission_id', 'identity_hash'])
      .where('submission_id', 'in', [...chunk])
      .execute()
    for (const row of rows) {
      const people = known.get(row.submission_id) ?? new Set()
      people.add(row.identity_hash)
      known.set(row.submission_id, people)
    }
  }
  return known
}

/** Adds supporters that are not known yet; answers how many were. */
export async function insertSupporters(
  trx: Transaction<Database>,
  dialect: DialectFeatures,
  supporters: readonly KnownSupporter[],
  importId: string,
): Promise<number> {
  const known = await supportersOf(trx, [...new Set(supporters.map(({ submissionId }) => submissionId))])
  const fresh = new Map(
    supporters
      .filter(({ submissionId, identityHash }) => known.get(submissionId)?.has(identityHash) !== true)
      .map((supporter) => [`${supporter.submissionId} ${supporter.identityHash}`, supporter]),
  )
  for (const chunk of chunked([...fresh.values()], 5_000))
    await dialect.insertRows(
      trx,
      'supporter',
      chunk.map(({ submissionId, identityHash }) => ({
        submission_id: submissionId,
        identity_hash: identityHash,
        import_id: importId,
      })),
    )
  return fresh.size
}

/** Takes away what an import brought. */
export async function deleteSupportersOfImport(trx: Transaction<Database>, importId: string): Promise<void> {
  await trx.deleteFrom('supporter').where('import_id', '=', importId).execute()
}

/** How many people support each of these families, by the id of its lead. A proposal alone is a family of one. */
export async function familySupports(
  db: Kysely<Database>,
  leadIds: readonly string[],
): Promise<ReadonlyMap<string, UnitedSupports>> {
  const members: { readonly id: string; readonly lead: string; readonly count: number }[] = []
  for (const chunk of chunked(leadIds)) {
    const rows = await db
      .selectFrom('submission')
      .select(['id', 'merged_into_id', 'supports_count'])
      .where((eb) => eb.or([eb('id', 'in', [...chunk]), eb('merged_into_id', 'in', [...chunk])]))
      .execute()
    const asked = new Set(chunk)
    for (const row of rows)
      members.push({
        id: row.id,
        lead: asked.has(row.id) ? row.id : (row.merged_into_id ?? row.id),
        count: row.supports_count,
      })
  }
  const known = await supportersOf(
    db,
    members.map(({ id }) => id),
  )
  return new Map(
    [...Map.groupBy(members, ({ lead }) => lead)].map(([lead, ofLead]) => [
      lead,
      uniteSupports(ofLead.map(({ id, count }) => ({ count, known: known.get(id) ?? new Set() }))),
    ]),
  )
}
