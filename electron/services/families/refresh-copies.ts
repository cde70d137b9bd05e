import type { DialectFeatures } from '../../data/dialects/dialect.ts'
import { copiesOf } from '../../data/families/similar-pair.repository.ts'
import { replaceCopySignals } from '../../data/signals/signal.repository.ts'
import type { Change } from '../call.ts'
import { newId } from '../new-id.ts'

/** Raises the signal "copy of another text" on these proposals as their pairs say now, or takes it away. */
export async function refreshCopies(
  { trx, at }: Pick<Change, 'trx' | 'at'>,
  dialect: DialectFeatures,
  ids: readonly string[],
): Promise<void> {
  await replaceCopySignals(trx, dialect, await copiesOf(trx, ids), { at, newId })
}
