import type { Transaction } from 'kysely'
import type { SimilarPair } from '../../../shared/domain/similarity/similarity-index.ts'
import type { Database } from '../database.ts'
import type { DialectFeatures } from '../dialects/dialect.ts'
import { chunked } from '../submissions/submission.repository.ts'

/** Forgets every pair: a search of everything is about to write them anew. */
export async function deleteAllPairs(trx: Transaction<Database>): Promise<void> {
  await trx.deleteFrom('similar_pair').execute()
}

/** Forgets the pairs of these proposals. */
export async function deletePairsOf(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
  for (const chunk of chunked(ids)) {
    await trx
      .deleteFrom('similar_pair')
      .where('a_id', 'in', [...chunk])
      .execute()
    await trx
      .deleteFrom('similar_pair')
      .where('b_id', 'in', [...chunk])
      .execute()
  }
}

/** Keeps pairs that are not there yet. Those with a proposal that has gone meanwhile are left out. */
export async function insertPairs(
  trx: Transaction<Database>,
  dialect: DialectFeatures,
  pairs: readonly SimilarPair[],
  at: string,
): Promise<void> {
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]
  const there = new Set<string>()
  for (const chunk of chunked(ids)) {
    const rows = await trx
      .selectFrom('submission')
      .select('id')
      .where('id', 'in', [...chunk])
      .execute()
    for (const row of rows) there.add(row.id)
  }
  await dialect.insertRows(
    trx,
    'similar_pair',
    pairs
      .filter(({ a, b }) => there.has(a) && there.has(b))
      .map(({ a, b, kind, score, distance }) => ({
        a_id: a,
        b_id: b,
        kind,
        score,
        distance,
        found_at: at,
      })),
  )
}
