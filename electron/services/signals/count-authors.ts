import type { Transaction } from 'kysely'
import type { SignalSettings } from '../../../shared/domain/moderation/signals/signal-settings.ts'
import type { Database } from '../../data/database.ts'
import type { DialectFeatures } from '../../data/dialects/dialect.ts'
import { replaceSignals } from '../../data/signals/signal.repository.ts'
import { authorHashesOf, depositsByAuthor } from '../../data/signals/signal-author.repository.ts'
import { newId } from '../new-id.ts'

/** References that the signal names; the first say enough. */
const shownReferences = 12

/**
 * Raises or clears `same-author` on every deposit of these authors, and on these deposits: one beyond the limit of the
 * démarche names the earlier ones.
 */
export async function countAuthors(
  trx: Transaction<Database>,
  dialect: DialectFeatures,
  counted: {
    readonly processId: string
    readonly settings: SignalSettings
    readonly hashes: readonly string[]
    readonly submissionIds: readonly string[]
    readonly at: string
  },
): Promise<void> {
  const { processId, settings, hashes, at } = counted
  const touched = await depositsByAuthor(trx, processId, hashes)
  const ids = [...new Set([...counted.submissionIds, ...[...touched.values()].flat().map(({ id }) => id)])]
  const known = await authorHashesOf(trx, ids)
  const others = [...new Set(known.map(({ hash }) => hash))].filter((hash) => !touched.has(hash))
  const deposits = new Map([...touched, ...(await depositsByAuthor(trx, processId, others))])
  const earlier = new Map<string, readonly string[]>()
  for (const { submissionId, hash } of known) {
    const all = deposits.get(hash) ?? []
    const before = all.slice(
      0,
      all.findIndex(({ id }) => id === submissionId),
    )
    if (before.length < settings.mostPerAuthor) continue
    if (before.length > (earlier.get(submissionId)?.length ?? 0))
      earlier.set(
        submissionId,
        before.map(({ reference }) => reference),
      )
  }
  const off = settings.off.includes('same-author')
  await replaceSignals(
    trx,
    dialect,
    ids.map((submissionId) => {
      const named = off ? [] : (earlier.get(submissionId) ?? [])
      const shown = named.slice(-shownReferences)
      return {
        submissionId,
        raised: named.length === 0 ? [] : [{ id: 'same-author' as const, words: shown }],
      }
    }),
    ['same-author'],
    { at, newId },
  )
}
