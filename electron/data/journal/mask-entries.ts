import type { Kysely } from 'kysely'
import { maskJson } from '../../../shared/domain/moderation/mask-record.ts'
import { maskText } from '../../../shared/domain/moderation/redaction.ts'
import type { JournalEntry } from '../../../shared/read-models/journal.ts'
import type { Database } from '../database.ts'
import { mentionedIds, redactedBehind } from '../redactions/redacted-behind.query.ts'
import { anythingMasked, passagesOf } from '../redactions/redaction.repository.ts'

/**
 * Entries as they may be read: words masked since are masked in the past, too (I15), in everything that an entry says
 * of a proposal or mentions of another one. The stored chain keeps them under its hashes and is never rewritten.
 */
export async function maskEntries(
  db: Kysely<Database>,
  entries: readonly JournalEntry[],
): Promise<readonly JournalEntry[]> {
  if (entries.length === 0 || !(await anythingMasked(db))) return entries
  const behind = await redactedBehind(db, [...new Set(entries.flatMap(mentionedIds))])
  if (behind.size === 0) return entries
  const passages = await passagesOf(db, [...new Set([...behind.values()].flat())])
  return entries.map((entry) => {
    const submissions = new Set(mentionedIds(entry).flatMap((id) => behind.get(id) ?? []))
    const masked = [...submissions].flatMap((id) => passages.get(id) ?? [])
    if (masked.length === 0) return entry
    return {
      ...entry,
      objectLabel: maskText(entry.objectLabel, masked),
      before: maskJson(entry.before, masked),
      after: maskJson(entry.after, masked),
      reason: maskText(entry.reason, masked),
    }
  })
}
