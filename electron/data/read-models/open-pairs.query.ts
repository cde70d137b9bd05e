import type { Kysely } from 'kysely'
import { defaultLead, mayJoin } from '../../../shared/domain/families/grouping.ts'
import { type Stage, stages } from '../../../shared/domain/lifecycle/stage.ts'
import { clustersOf } from '../../../shared/domain/similarity/clusters.ts'
import type { SimilarKind } from '../../../shared/domain/similarity/similar-kind.ts'
import type { DuplicateCluster, OpenPair, OpenPairPage } from '../../../shared/read-models/family.ts'
import type { LinkedSubmission } from '../../../shared/read-models/submission.ts'
import type { Database } from '../database.ts'
import { chunked } from '../submissions/submission.repository.ts'

/** Stages at which a proposal may still be grouped, or is: then its lead is. */
export const reviewedStages: readonly Stage[] = stages.filter((stage) => mayJoin(stage) || stage === 'merged')

/** Pairs within a démarche that nobody has judged, of two that may still be grouped and are not. */
function openPairs(db: Kysely<Database>, processId: string, kinds: readonly SimilarKind[] | undefined) {
  let query = db
    .selectFrom('similar_pair as pair')
    // A cross join keeps its order on SQLite: the pairs, which are few, lead; not every proposal of the démarche.
    .crossJoin('submission as one')
    .crossJoin('submission as other')
    .whereRef('one.id', '=', 'pair.a_id')
    .whereRef('other.id', '=', 'pair.b_id')
    .where('one.process_id', '=', processId)
    .where('other.process_id', '=', processId)
    .where('one.stage', 'in', [...reviewedStages])
    .where('other.stage', 'in', [...reviewedStages])
    .where('pair.settled', '=', 0)
  if (kinds !== undefined && kinds.length > 0) query = query.where('pair.kind', 'in', [...kinds])
  return query
}

/** A page of them, most alike first: edited texts, then subjects, then places. */
export async function listOpenPairs(
  db: Kysely<Database>,
  input: {
    readonly processId: string
    readonly kinds?: readonly SimilarKind[] | undefined
    readonly offset: number
    readonly limit: number
  },
): Promise<OpenPairPage> {
  const query = openPairs(db, input.processId, input.kinds)
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select(['pair.a_id', 'pair.b_id', 'pair.kind', 'pair.score', 'pair.distance'])
    // By chance the kinds stand in this order in the alphabet: near-duplicate, related, same-place.
    .orderBy('pair.kind')
    .orderBy('pair.score', 'desc')
    .orderBy('pair.a_id')
    .orderBy('pair.b_id')
    .offset(input.offset)
    .limit(input.limit)
    .execute()
  const linked = await linkedSubmissions(
    db,
    rows.flatMap(({ a_id, b_id }) => [a_id, b_id]),
  )
  const pairs = rows.flatMap((row): readonly OpenPair[] => {
    const [one, other] = [linked.get(row.a_id), linked.get(row.b_id)]
    if (one === undefined || other === undefined) return []
    const [first, second] = one.number < other.number ? [one, other] : [other, one]
    return [
      {
        one: first,
        other: second,
        kind: row.kind as SimilarKind,
        score: row.score,
        distance: row.distance,
      },
    ]
  })
  return { pairs, total }
}

/** What holds together through open near-duplicates, largest group first. */
export async function listClusters(
  db: Kysely<Database>,
  processId: string,
): Promise<readonly DuplicateCluster[]> {
  const rows = await openPairs(db, processId, ['near-duplicate'])
    .select((eb) => [
      eb.fn.coalesce('one.merged_into_id', 'one.id').as('a'),
      eb.fn.coalesce('other.merged_into_id', 'other.id').as('b'),
    ])
    .orderBy('pair.score', 'desc')
    .execute()
  const clusters = clustersOf(rows)
  const linked = await linkedSubmissions(db, clusters.flat())
  return clusters
    .flatMap((ids): readonly DuplicateCluster[] => {
      const members = ids
        .flatMap((id) => linked.get(id) ?? [])
        .sort((left, right) => left.number - right.number)
      const lead = defaultLead(members)
      return lead === undefined || members.length < 2 ? [] : [{ members, leadId: lead.id }]
    })
    .sort((left, right) => right.members.length - left.members.length)
}

/** Proposals by id, as other proposals name them. */
export async function linkedSubmissions(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LinkedSubmission>> {
  const found = new Map<string, LinkedSubmission>()
  for (const chunk of chunked([...new Set(ids)])) {
    const rows = await db
      .selectFrom('submission')
      .select(['id', 'number', 'reference', 'title', 'author_name', 'stage'])
      .where('id', 'in', [...chunk])
      .execute()
    for (const row of rows)
      found.set(row.id, {
        id: row.id,
        number: row.number,
        reference: row.reference,
        title: row.title,
        authorName: row.author_name,
        stage: row.stage as Stage,
      })
  }
  return found
}

/** Ids of all proposals that a pair names of which something is left to judge. */
export function openPairIds(db: Kysely<Database>) {
  const open = db.selectFrom('similar_pair').where('settled', '=', 0)
  return open.select('a_id as id').union(open.select('b_id as id'))
}
