import { readSignalId } from '../../../shared/domain/moderation/signals/signal-id.ts'
import type { SignalCounts } from '../../../shared/read-models/signal.ts'
import type { OpenDatabase } from '../dialects/dialect.ts'
import { matching, prepareSearch, type SubmissionFilter } from './submission-filter.query.ts'

/** How many deposits of a filter each signal stands on, and on how many any does; its own choice of signals aside. */
export async function signalCounts(
  database: OpenDatabase,
  { signals: _signals, ...filter }: SubmissionFilter,
): Promise<SignalCounts> {
  const search = await prepareSearch(database, filter.search)
  const rows = await matching(database, filter, search)
    .innerJoin('submission_signal as standing', 'standing.submission_id', 'submission.id')
    .where('standing.dismissed_at', 'is', null)
    .groupBy('standing.signal_id')
    .select((eb) => ['standing.signal_id as signalId', eb.fn.countAll<number>().as('count')])
    .execute()
  const { count: any } = await matching(database, { ...filter, signals: ['any'] }, search)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return {
    any,
    signals: rows.flatMap(({ signalId, count }) => {
      const value = readSignalId(signalId)
      return value === undefined ? [] : [{ value, count }]
    }),
  }
}
