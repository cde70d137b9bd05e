import type { Kysely } from 'kysely'
import type { CommentDraft } from '../../../shared/domain/imports/import-draft.ts'
import type { Database } from '../../data/database.ts'
import { submissionSources, submissionsByExternalId } from '../../data/imports/import.repository.ts'
import { proposalSources } from './source.ts'

/** What a comment is about: the resource and its number, where the file tells them. */
function rootOf(draft: CommentDraft): { readonly resource: string; readonly externalId: string } | undefined {
  if (draft.rootExternalId !== undefined) {
    const resource = /\/([a-z_]+)\/\d+\/?(?:[?#].*)?$/.exec(draft.rootUrl ?? '')?.[1] ?? 'proposals'
    return { resource, externalId: draft.rootExternalId }
  }
  if (draft.parentExternalId === undefined) return undefined
  // Comments and proposals have numbers of their own: an answer to a comment does not tell its proposal.
  const type = draft.parentType === undefined ? 'Proposal' : /(\w+)$/.exec(draft.parentType)?.[1]
  return type === undefined || type === 'Comment'
    ? undefined
    : { resource: `${type.toLowerCase()}s`, externalId: draft.parentExternalId }
}

/** Finds the submission at the root of each comment's thread, among those of the comments' own platform. */
export function createRootFinder(
  processId: string,
  source: string,
): (db: Kysely<Database>, drafts: readonly CommentDraft[]) => Promise<ReadonlyMap<CommentDraft, string>> {
  let sources: readonly string[] | undefined
  return async (db, drafts) => {
    sources ??= await submissionSources(db, processId)
    const byResource = new Map<string, (readonly [CommentDraft, string])[]>()
    for (const draft of drafts) {
      const root = rootOf(draft)
      if (root === undefined) continue
      const group = byResource.get(root.resource) ?? []
      group.push([draft, root.externalId])
      byResource.set(root.resource, group)
    }
    const found = new Map<CommentDraft, string>()
    for (const [resource, group] of byResource) {
      const ids = await submissionsByExternalId(
        db,
        processId,
        proposalSources(sources, source, resource),
        group.map(([, externalId]) => externalId),
      )
      for (const [draft, externalId] of group) {
        const id = ids.get(externalId)
        if (id !== undefined) found.set(draft, id)
      }
    }
    return found
  }
}
