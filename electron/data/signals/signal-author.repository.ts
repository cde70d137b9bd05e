import type { Transaction } from 'kysely'
import type { Database } from '../database.ts'
import type { DialectFeatures } from '../dialects/dialect.ts'
import { chunked } from '../submissions/submission.repository.ts'

/** By what the author of a deposit is known, as hashes. */
export interface AuthorHashes {
  readonly submissionId: string
  readonly processId: string
  readonly hashes: readonly string[]
}

/** Replaces them, and answers every hash that a deposit had before or has now. */
export async function replaceAuthors(
  trx: Transaction<Database>,
  dialect: DialectFeatures,
  authors: readonly AuthorHashes[],
): Promise<ReadonlySet<string>> {
  const touched = new Set(authors.flatMap(({ hashes }) => hashes))
  for (const chunk of chunked(authors, 2_000)) {
    const gone = await trx
      .deleteFrom('signal_author')
      .where(
        'submission_id',
        'in',
        chunk.map(({ submissionId }) => submissionId),
      )
      .returning('author_hash')
      .execute()
    for (const { author_hash } of gone) touched.add(author_hash)
    const rows = chunk.flatMap(({ submissionId, processId, hashes }) =>
      hashes.map((hash) => ({ submission_id: submissionId, process_id: processId, author_hash: hash })),
    )
    if (rows.length > 0) await dialect.insertRows(trx, 'signal_author', rows)
  }
  return touched
}

/** A deposit of somebody, as others name it. */
export interface AuthoredDeposit {
  readonly id: string
  readonly reference: string
}

/** The deposits of each of these authors in a démarche, by number. */
export async function depositsByAuthor(
  trx: Transaction<Database>,
  processId: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, readonly AuthoredDeposit[]>> {
  const found = new Map<string, AuthoredDeposit[]>()
  for (const chunk of chunked(hashes, 2_000)) {
    const rows = await trx
      .selectFrom('signal_author')
      .innerJoin('submission', 'submission.id', 'signal_author.submission_id')
      .where('signal_author.process_id', '=', processId)
      .where('signal_author.author_hash', 'in', [...chunk])
      .select(['signal_author.author_hash', 'submission.id', 'submission.reference'])
      .orderBy('submission.number')
      .execute()
    for (const { author_hash, id, reference } of rows)
      found.set(author_hash, [...(found.get(author_hash) ?? []), { id, reference }])
  }
  return found
}

/** The hashes by which the authors of these deposits are known. */
export async function authorHashesOf(
  trx: Transaction<Database>,
  submissionIds: readonly string[],
): Promise<readonly { readonly submissionId: string; readonly hash: string }[]> {
  const rows = []
  for (const chunk of chunked(submissionIds, 2_000)) {
    rows.push(
      ...(await trx
        .selectFrom('signal_author')
        .select(['submission_id', 'author_hash'])
        .where('submission_id', 'in', [...chunk])
        .execute()),
    )
  }
  return rows.map(({ submission_id, author_hash }) => ({ submissionId: submission_id, hash: author_hash }))
}
