import type { Kysely, Transaction } from 'kysely'
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

/** Tells of a pair whether nothing is left to judge of it. */
export type IsSettled = (pair: SimilarPair) => boolean

/** What is settled now: pairs judged to be two, and pairs of one family. */
export async function settledPairs(db: Kysely<Database>): Promise<IsSettled> {
  const judged = await db.selectFrom('not_duplicate').select(['a_id', 'b_id']).execute()
  const grouped = await db
    .selectFrom('submission')
    .select(['id', 'merged_into_id'])
    .where('merged_into_id', 'is not', null)
    .execute()
  const two = new Set(judged.map(({ a_id, b_id }) => `${a_id} ${b_id}`))
  const leads = new Map(grouped.map(({ id, merged_into_id }) => [id, merged_into_id ?? id]))
  const leadOf = (id: string): string => leads.get(id) ?? id
  return ({ a, b }) => two.has(`${a} ${b}`) || leadOf(a) === leadOf(b)
}

/** Keeps pairs that are not there yet. */
export async function insertPairs(
  trx: Transaction<Database>,
  dialect: DialectFeatures,
  pairs: readonly SimilarPair[],
  at: string,
  isSettled: IsSettled,
): Promise<void> {
  await dialect.insertRows(
    trx,
    'similar_pair',
    pairs.map((pair) => ({
      a_id: pair.a,
      b_id: pair.b,
      kind: pair.kind,
      score: pair.score,
      distance: pair.distance,
      found_at: at,
      settled: isSettled(pair) ? 1 : 0,
    })),
  )
}

/** References of the others of which each of these is nearly the same text, closest first; judged pairs left out. */
export async function copiesOf(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const copies = new Map<string, { readonly reference: string; readonly score: number }[]>(
    ids.map((id) => [id, []]),
  )
  for (const chunk of chunked(ids, 500))
    for (const [mine, theirs] of [['a_id', 'b_id'] as const, ['b_id', 'a_id'] as const]) {
      const rows = await db
        .selectFrom('similar_pair as pair')
        .innerJoin('submission as other', 'other.id', `pair.${theirs}`)
        .leftJoin('not_duplicate as judged', (join) =>
          join.onRef('judged.a_id', '=', 'pair.a_id').onRef('judged.b_id', '=', 'pair.b_id'),
        )
        .where(`pair.${mine}`, 'in', [...chunk])
        .where('pair.kind', '=', 'near-duplicate')
        .where('judged.id', 'is', null)
        .select([`pair.${mine} as id`, 'other.reference', 'pair.score'])
        .execute()
      for (const { id, reference, score } of rows) copies.get(id)?.push({ reference, score })
    }
  return new Map(
    [...copies].map(([id, others]) => [
      id,
      others
        .sort((one, other) => other.score - one.score || one.reference.localeCompare(other.reference))
        .map(({ reference }) => reference)
        .slice(0, namedCopies),
    ]),
  )
}

/** Copies that a signal names: more tell nothing more. */
const namedCopies = 5
