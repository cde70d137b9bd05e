import type { Kysely } from 'kysely'
import type { CommentPage } from '../../../shared/read-models/submission.ts'
import type { Database } from '../database.ts'

export interface CommentFilter {
  readonly processId: string
  /** Words that must all be in the text or the author's name, case aside. */
  readonly search?: string | undefined
}

function filtered(db: Kysely<Database>, filter: CommentFilter) {
  let query = db
    .selectFrom('citizen_comment')
    .leftJoin('submission', 'submission.id', 'citizen_comment.submission_id')
    .where('citizen_comment.process_id', '=', filter.processId)
  for (const word of (filter.search ?? '').split(/\s+/u).filter((part) => part !== '')) {
    const pattern = `%${word.toLowerCase().replace(/[%_]/g, '')}%`
    query = query.where((eb) =>
      eb.or([
        eb(eb.fn<string>('lower', ['citizen_comment.body']), 'like', pattern),
        eb(eb.fn<string>('lower', ['citizen_comment.author_name']), 'like', pattern),
      ]),
    )
  }
  return query
}

/** A page of the comments of a démarche, the oldest first, those without a date last. */
export async function listComments(
  db: Kysely<Database>,
  filter: CommentFilter,
  offset: number,
  limit: number,
): Promise<CommentPage> {
  const { total } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await filtered(db, filter)
    .select([
      'citizen_comment.id',
      'citizen_comment.author_name',
      'citizen_comment.body',
      'citizen_comment.alignment',
      'citizen_comment.depth',
      'citizen_comment.created_at',
      'submission.reference',
    ])
    .orderBy('citizen_comment.created_at', (order) => order.asc().nullsLast())
    .orderBy('citizen_comment.id')
    .offset(offset)
    .limit(limit)
    .execute()
  return {
    total: Number(total),
    rows: rows.map((row) => ({
      id: row.id,
      submissionReference: row.reference,
      authorName: row.author_name,
      body: row.body,
      alignment: row.alignment > 0 ? 1 : row.alignment < 0 ? -1 : 0,
      depth: row.depth,
      createdAt: row.created_at,
    })),
  }
}
