import type { Kysely } from 'kysely'
import { maskJson } from '../../../shared/domain/moderation/mask-record.ts'
import { maskText } from '../../../shared/domain/moderation/redaction.ts'
import type { JournalEntry } from '../../../shared/read-models/journal.ts'
import type { Database } from '../database.ts'
import { passagesOf } from '../redactions/redaction.repository.ts'

/**
 * Entries as they may be read: words masked since are masked in the past, too (I15). The stored chain keeps them under
 * its hashes and is never rewritten.
 */
export async function maskEntries(
  db: Kysely<Database>,
  entries: readonly JournalEntry[],
): Promise<readonly JournalEntry[]> {
  const ids = [...new Set(entries.flatMap(({ objectId }) => (objectId === null ? [] : [objectId])))]
  if (ids.length === 0) return entries
  const links = await submissionsBehind(db, ids)
  const passages = await passagesOf(db, [...ids, ...links.map((link) => link.submission_id)])
  if (passages.size === 0) return entries
  const ofObject = (id: string): readonly string[] => [
    ...(passages.get(id) ?? []),
    ...links
      .filter((link) => link.object_id === id)
      .flatMap((link) => passages.get(link.submission_id) ?? []),
  ]
  return entries.map((entry) => {
    const masked = entry.objectId === null ? [] : ofObject(entry.objectId)
    if (masked.length === 0) return entry
    return {
      ...entry,
      objectLabel: maskText(entry.objectLabel, masked),
      before: maskJson(entry.before, masked),
      after: maskJson(entry.after, masked),
    }
  })
}

/** Projects and studies among these ids, with the submissions whose words they carry in their names. */
async function submissionsBehind(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<readonly { readonly object_id: string; readonly submission_id: string }[]> {
  const projects = await db
    .selectFrom('project_submission')
    .select(['project_id as object_id', 'submission_id'])
    .where('project_id', 'in', [...ids])
    .execute()
  const studies = await db
    .selectFrom('study')
    .select(['id as object_id', 'submission_id'])
    .where('id', 'in', [...ids])
    .execute()
  return [...projects, ...studies]
}
