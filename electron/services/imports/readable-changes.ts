import { z } from 'zod'
import type { ImportChange } from '../../../shared/read-models/import-preview.ts'
import { richTextToPlain } from '../../imports/rich-text/sanitize-rich-text.ts'

type Columns = Readonly<Record<string, unknown>>

/** Characters of a value that travel to the window, and what of the shared beginning stays before the difference. */
const longestExcerpt = 500
const lead = 60

const extraSchema = z.record(z.string(), z.unknown()).catch({})

/**
 * What changes between a stored row and what a file brings, as people read it: names for ids (`names`), plain text for
 * rich text, the file's other columns one by one (`extra.<header>`), long texts from a little before the difference.
 */
export function readableChanges(
  before: Columns,
  after: Columns,
  names: ReadonlyMap<string, string> = new Map(),
): ImportChange['fields'] {
  const changes: { field: string; before: string; after: string }[] = []
  const compare = (field: string, old: unknown, fresh: unknown): void => {
    const [left, right] = [textOf(old, names), textOf(fresh, names)]
    if (left !== right) changes.push({ field, ...excerpts(left, right) })
  }
  for (const field of Object.keys(after)) {
    if (field === 'extra') {
      const [old, fresh] = [extraOf(before.extra), extraOf(after.extra)]
      for (const header of new Set([...Object.keys(old), ...Object.keys(fresh)]))
        compare(`extra.${header}`, old[header], fresh[header])
    } else if (field === 'body_text') compare('body', before[field], after[field])
    else if (field !== 'body' || !('body_text' in after)) compare(field, before[field], after[field])
  }
  return changes
}

function extraOf(value: unknown): Columns {
  if (typeof value !== 'string') return {}
  return extraSchema.parse(JSON.parse(value))
}

function textOf(value: unknown, names: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined) return ''
  const text = String(value)
  return names.get(text) ?? (/<\/?[a-z][^>]*>/i.test(text) ? richTextToPlain(text) : text)
}

function excerpts(before: string, after: string): { readonly before: string; readonly after: string } {
  let shared = 0
  while (shared < before.length && before[shared] === after[shared]) shared += 1
  const from = shared > 2 * lead ? before.lastIndexOf(' ', shared - lead) + 1 : 0
  const cut = (text: string): string => {
    const end = from + longestExcerpt
    return `${from > 0 && text !== '' ? '… ' : ''}${text.slice(from, end)}${text.length > end ? ' …' : ''}`.toWellFormed()
  }
  return { before: cut(before), after: cut(after) }
}
