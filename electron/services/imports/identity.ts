import { hash } from 'node:crypto'
import type { ImportDraft } from '../../../shared/domain/imports/import-draft.ts'

/** What makes a re-import find the same object again, and tells whether it changed. */
export interface Identity {
  /** Platform id, or a fingerprint of the content where a table has none. */
  readonly externalId: string
  readonly contentHash: string
}

/**
 * Tells the objects of one file apart. Where rows have no identifier their content stands for it; two people may have
 * written the same words, so the second of them is found again as the second.
 */
export function createIdentities(): (draft: ImportDraft) => Identity {
  const occurrences = new Map<string, number>()
  return (draft) => {
    const contentHash = hash('sha1', JSON.stringify(draft), 'base64url')
    if (draft.externalId !== undefined) return { externalId: draft.externalId, contentHash }
    const occurrence = (occurrences.get(contentHash) ?? 0) + 1
    occurrences.set(contentHash, occurrence)
    return {
      externalId: occurrence === 1 ? `content:${contentHash}` : `content:${contentHash}#${occurrence}`,
      contentHash,
    }
  }
}
