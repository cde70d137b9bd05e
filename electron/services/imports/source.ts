import type { Kysely } from 'kysely'
import type { ImportDraft } from '../../../shared/domain/imports/import-draft.ts'
import type { ImportTarget } from '../../../shared/domain/imports/import-target.ts'
import type { Database } from '../../data/database.ts'
import { submissionSources, submissionTexts } from '../../data/imports/import.repository.ts'

/** A platform's address as its parts: `https://decidim.town/processes/bp/f/3/debates/14` is of `debates` at `decidim.town`. */
function addressOf(draft: ImportDraft): { readonly host: string; readonly resource: string } | undefined {
  const url = draft.kind === 'comment' ? draft.rootUrl : 'url' in draft ? draft.url : undefined
  if (url === undefined || !URL.canParse(url)) return undefined
  const { host, pathname } = new URL(url)
  return { host, resource: /\/([a-z_]+)\/\d+\/?$/.exec(pathname)?.[1] ?? '' }
}

function platformSource(host: string, resource: string): string {
  const platform = host === '' ? 'decidim' : `decidim:${host}`
  return resource === '' || resource === 'proposals' ? platform : `${platform}/${resource}`
}

/**
 * Where objects of a platform's file come from: its host, and what they are where that is not a proposal. Proposals
 * and debates count their numbers apart, and so do two platforms: they never meet.
 */
export function sourceOfPlatform(target: ImportTarget, drafts: readonly ImportDraft[]): string {
  for (const draft of drafts) {
    const address = addressOf(draft)
    if (address !== undefined)
      return platformSource(address.host, target === 'decidim-proposals' ? address.resource : '')
  }
  return 'decidim'
}

/** Sources in which the proposal behind a comment or a project may stand, seen from where that one came. */
export function proposalSources(
  sources: readonly string[],
  from: string,
  resource = 'proposals',
): readonly string[] {
  const hostOf = (source: string): string => /^decidim:([^/]*)/.exec(source)?.[1] ?? ''
  const host = hostOf(from)
  return sources.filter((source) => {
    if (!source.startsWith('decidim')) return false
    const own = hostOf(source)
    // A file without addresses does not tell its platform: it may be any.
    return (own === host || own === '' || host === '') && source === platformSource(own, resource)
  })
}

/** What of a draft tells whether it is the object that has its number. */
type Told = Pick<Extract<ImportDraft, { kind: 'submission' }>, 'title' | 'bodyText'>

function isSame(draft: Told, known: Told): boolean {
  return draft.bodyText === '' || known.bodyText === '' || draft.bodyText.startsWith(draft.title.slice(0, 40))
    ? draft.title === known.title && draft.bodyText === known.bodyText
    : draft.title === known.title || draft.bodyText === known.bodyText
}

/**
 * The register that a table continues. Two registers may both number their rows from 1: a table is the newer state of
 * one only if at least half of the rows whose number is known there still say the same; else it is a register of its
 * own. Its first rows decide.
 */
export async function sourceOfTable(
  db: Kysely<Database>,
  processId: string,
  drafts: readonly ImportDraft[],
): Promise<string> {
  const numbered = drafts
    .filter((draft) => draft.kind === 'submission')
    .filter((draft) => draft.externalId !== undefined)
    .slice(0, 1_000)
  const registers = (await submissionSources(db, processId)).filter((source) => /^table(:\d+)?$/.test(source))
  let free: string | undefined
  for (const source of registers) {
    const known = await submissionTexts(
      db,
      processId,
      source,
      numbered.map((draft) => draft.externalId ?? ''),
    )
    if (known.size === 0) {
      free ??= source
      continue
    }
    const same = numbered.filter((draft) => {
      const told = known.get(draft.externalId ?? '')
      return told !== undefined && isSame(draft, told)
    })
    if (same.length >= known.size / 2) return source
  }
  return free ?? (registers.length === 0 ? 'table' : `table:${registers.length + 1}`)
}
