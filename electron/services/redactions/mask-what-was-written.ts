import type { Transaction } from 'kysely'
import type { Database } from '../../data/database.ts'
import type { DialectFeatures } from '../../data/dialects/dialect.ts'
import type { JournalDraft } from '../../data/journal/journal.repository.ts'
import { mentionedIds, redactedBehind } from '../../data/redactions/redacted-behind.query.ts'
import { anythingMasked } from '../../data/redactions/redaction.repository.ts'
import { maskAgain } from './apply-redactions.ts'

/** From so many entries on, an act speaks of the objects that it names, not of others in passing. */
const manyEntries = 1_000

/**
 * The last step of every act: whatever it wrote about a proposal that has masked passages is masked like the rest, a
 * note, an answer or an older text that undo brought back, so that no service has to think of it (I15).
 */
export async function maskWhatWasWritten(
  trx: Transaction<Database>,
  dialect: DialectFeatures,
  drafts: readonly JournalDraft[],
): Promise<void> {
  if (!(await anythingMasked(trx))) return
  const ids = drafts.flatMap((draft) =>
    drafts.length < manyEntries ? mentionedIds(draft) : draft.objectId === undefined ? [] : [draft.objectId],
  )
  const behind = await redactedBehind(trx, [...new Set(ids)])
  await maskAgain({ trx }, dialect, [...new Set([...behind.values()].flat())])
}
