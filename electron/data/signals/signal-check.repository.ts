import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../database.ts'
import type { DialectFeatures } from '../dialects/dialect.ts'
import { chunked } from '../submissions/submission.repository.ts'

const columns = [
  'submission.id',
  'submission.row_id',
  'submission.process_id',
  'submission.version',
  'submission.title',
  'submission.body_text',
  'submission.author_name',
  'submission.author_email',
  'submission.author_phone',
  'submission.author_address',
  'submission.theme_id',
  'submission.district_id',
  'submission.address',
  'submission.latitude',
  'submission.longitude',
  'submission.declared_cost_cents',
  'submission.extra',
] as const

/** Deposits of these that nobody has read since they changed. */
export async function uncheckedAmong(db: Kysely<Database>, ids: readonly string[]) {
  return db
    .selectFrom('submission')
    .select(columns)
    .where('submission.id', 'in', [...ids])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('signal_check')
            .select('signal_check.stamp')
            .whereRef('signal_check.submission_id', '=', 'submission.id'),
        ),
      ),
    )
    .execute()
}

/** What a signal reads of a deposit. */
export type UncheckedDeposit = Awaited<ReturnType<typeof uncheckedAmong>>[number]

/** The next deposits behind a row that were not read by the rules of `stamp`, in the order of their rows. */
export function uncheckedAfter(
  db: Kysely<Database>,
  input: {
    readonly processId: string
    readonly stamp: string
    readonly rowId: number
    readonly limit: number
  },
): Promise<readonly UncheckedDeposit[]> {
  return db
    .selectFrom('submission')
    .leftJoin('signal_check', (join) =>
      join
        .onRef('signal_check.submission_id', '=', 'submission.id')
        .on('signal_check.stamp', '=', input.stamp),
    )
    .select(columns)
    .where('submission.process_id', '=', input.processId)
    .where('submission.row_id', '>', input.rowId)
    .where('signal_check.submission_id', 'is', null)
    .orderBy('submission.row_id')
    .limit(input.limit)
    .execute()
}

/** How many deposits of a démarche were not read by the rules of `stamp`, from two indexes. */
export async function countUnchecked(
  db: Kysely<Database>,
  processId: string,
  stamp: string,
): Promise<number> {
  const { count: all } = await db
    .selectFrom('submission')
    .where('process_id', '=', processId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const { count: read } = await db
    .selectFrom('signal_check')
    .where('process_id', '=', processId)
    .where('stamp', '=', stamp)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Math.max(0, all - read)
}

/** The deposits of these that are still as they were read, by id and version. */
export async function stillAt(
  trx: Transaction<Database>,
  deposits: readonly UncheckedDeposit[],
): Promise<readonly UncheckedDeposit[]> {
  const rows = await trx
    .selectFrom('submission')
    .select(['id', 'version'])
    .where(
      'id',
      'in',
      deposits.map(({ id }) => id),
    )
    .execute()
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  return deposits.filter(({ id, version }) => versions.get(id) === version)
}

/** Notes that deposits were read by the rules of `stamp`. */
export async function putChecks(
  trx: Transaction<Database>,
  dialect: DialectFeatures,
  deposits: readonly UncheckedDeposit[],
  stamp: string,
): Promise<void> {
  for (const chunk of chunked(deposits)) {
    await trx
      .deleteFrom('signal_check')
      .where(
        'submission_id',
        'in',
        chunk.map(({ id }) => id),
      )
      .execute()
    await dialect.insertRows(
      trx,
      'signal_check',
      chunk.map(({ id, process_id }) => ({ submission_id: id, process_id, stamp })),
    )
  }
}
