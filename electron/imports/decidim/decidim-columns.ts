import { localesOf } from '../../../shared/domain/imports/column-locales.ts'
import type { ImportTarget } from '../../../shared/domain/imports/import-target.ts'

/** Where a Decidim file keeps each thing, by column index; several headers may tell the same. */
export interface DecidimColumns {
  /** First of these headers that the file has. */
  index(...names: readonly string[]): number
  /** Column of a translated field: bare, in the wanted locale, else in any other. */
  localized(name: string): readonly number[]
}

/** The locale to read: the wanted one if it is there, else French, English, the first. */
export function chooseLocale(columns: readonly string[], wanted: string | undefined): string | null {
  const locales = localesOf(columns)
  if (wanted !== undefined && locales.includes(wanted)) return wanted
  return ['fr', 'en'].find((locale) => locales.includes(locale)) ?? locales[0] ?? null
}

/** Looks columns up by header. */
export function decidimColumns(columns: readonly string[], locale: string | null): DecidimColumns {
  const byName = new Map(columns.map((column, index) => [column, index]))
  return {
    index(...names) {
      for (const name of names) {
        const found = byName.get(name)
        if (found !== undefined) return found
      }
      return -1
    },
    localized(name) {
      const wanted = [
        ...(locale === null ? [] : [`${name}/${locale}`]),
        name,
        `${name}/fr`,
        `${name}/en`,
      ].map((column) => byName.get(column))
      const others = columns.map((column, index) =>
        column.startsWith(`${name}/`) &&
        !column.slice(name.length + 1).includes('/') &&
        !column.endsWith('/id')
          ? index
          : undefined,
      )
      return [...new Set([...wanted, ...others].filter((index) => index !== undefined))]
    },
  }
}

/** Which Decidim export a header row is, of any generation from 2019 on; `undefined` for another table. */
export function recogniseDecidim(
  columns: readonly string[],
): Exclude<ImportTarget, 'table' | 'districts'> | undefined {
  const has = (pattern: RegExp): boolean => columns.some((column) => pattern.test(column))
  const id = has(/^id$/)
  if (has(/^commentable_(id|type)$/) || has(/^root_commentable_url$/)) return 'decidim-comments'
  if (id && has(/^budget_amount$/)) return 'decidim-projects'
  if (has(/^budget_amount$/) && has(/^title(\/|$)/)) return 'decidim-projects'
  if (id && has(/^start_time$/) && has(/^end_time$/)) return 'decidim-meetings'
  const platform =
    has(/^component\/id$/) ||
    has(/^participatory_space\//) ||
    has(/^(category|scope|taxonomies)\//) ||
    has(/^(endorsements|likes)\//)
  if (
    id &&
    has(/^title(\/|$)/) &&
    has(/^body(\/|$)/) &&
    (platform || has(/^(state|votes|supports|url|reference)$/))
  )
    return 'decidim-proposals'
  if (id && platform && has(/^title(\/|$)/) && has(/^description(\/|$)/)) return 'decidim-proposals'
  return undefined
}
