import { hash } from 'node:crypto'
import type { ImportDraft } from '../../../shared/domain/imports/import-draft.ts'
import type { ImportTarget } from '../../../shared/domain/imports/import-target.ts'

/** What makes a re-import find the same object again, and tells whether it changed. */
export interface Identity {
  /** Platform id, or a fingerprint of the content where a table has none. */
  readonly externalId: string
  readonly contentHash: string
}

/** Fingerprint of everything that a row says, and under which name the object is found again. */
export function identityOf(draft: ImportDraft): Identity {
  const contentHash = hash('sha1', JSON.stringify(draft), 'base64url')
  return { externalId: draft.externalId ?? `content:${contentHash}`, contentHash }
}

/** Where objects of a file come from: the platform by its host, or tables. Objects of two platforms never meet. */
export function sourceOf(target: ImportTarget, first: ImportDraft | undefined): string {
  if (target === 'table') return 'table'
  const url = first !== undefined && 'url' in first ? first.url : undefined
  const host = url !== undefined && URL.canParse(url) ? new URL(url).host : undefined
  return host === undefined ? 'decidim' : `decidim:${host}`
}
