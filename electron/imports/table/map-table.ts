import type { ColumnMapping, MappableField } from '../../../shared/domain/imports/column-mapping.ts'
import type { SubmissionDraft } from '../../../shared/domain/imports/import-draft.ts'
import type { RawRow } from '../../../shared/domain/imports/raw-table.ts'
import { foldToWords } from '../../../shared/domain/text/fold.ts'
import { emptyExtra, identifierOf, readingOf, textOf } from '../cell-reading.ts'
import { bodyOf, type RowMapper } from '../decidim/map-decidim.ts'

/** A title made from a text without one stops here, at a word. */
const titleFromText = 90

const channelWords: readonly (readonly [NonNullable<SubmissionDraft['channel']>, RegExp])[] = [
  ['paper', /(papier|courrier|formulaire|urne|registre|paper)/],
  ['meeting', /(reunion|rencontre|atelier|soiree|marche|permanence|presentiel|meeting|workshop)/],
  ['phone', /(telephone|appel|phone)/],
  ['online', /(ligne|internet|web|site|mail|plateforme|online)/],
]

function channelOf(text: string): SubmissionDraft['channel'] {
  const folded = foldToWords(text)
  return channelWords.find(([, pattern]) => pattern.test(folded))?.[0]
}

/** The beginning of a text as its title, cut at a word. */
function titleOf(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? ''
  if (line.length <= titleFromText) return line
  const cut = line.slice(0, titleFromText)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).trimEnd()}…`
}

/** Lines of an envelope from the columns of an address, in their order: a post code stands before its town. */
function postalAddressOf(parts: readonly string[]): string | undefined {
  const lines: string[] = []
  for (const part of parts.map((text) => text.trim()).filter((text) => text !== '')) {
    const last = lines.at(-1)
    if (last !== undefined && /^\d{5}$/.test(last)) lines[lines.length - 1] = `${last} ${part}`
    else lines.push(part)
  }
  return lines.length === 0 ? undefined : lines.join('\n')
}

/** Makes the mapper of any table by a column mapping. Where the title is missing, the text's beginning is it. */
export function tableMapper(columns: readonly string[], mapping: ColumnMapping): RowMapper {
  const byField = new Map<MappableField, number[]>()
  for (const [index, column] of columns.entries()) {
    const field = (Object.hasOwn(mapping.columns, column) ? mapping.columns[column] : undefined) ?? 'extra'
    byField.set(field, [...(byField.get(field) ?? []), index])
  }
  const indexOf = (field: MappableField): number => byField.get(field)?.[0] ?? -1
  const nameOf = (field: MappableField): string => columns[indexOf(field)] ?? field
  const bodies = byField.get('body') ?? []
  const names = byField.get('authorName') ?? []
  const addresses = byField.get('authorAddress') ?? []
  const extras = byField.get('extra') ?? []
  const dayFirst = mapping.dateOrder === 'day-first'
  const hasTitle = indexOf('title') >= 0

  const bodyText = (row: RawRow): string => {
    const parts = bodies
      .map((index) => [columns[index] ?? '', textOf(row.cells[index]).trim()] as const)
      .filter(([, text]) => text !== '')
    if (bodies.length === 1) return parts[0]?.[1] ?? ''
    return parts.map(([column, text]) => `${column}\n${text}`).join('\n\n')
  }
  return (row) => {
    const reading = readingOf(row.line)
    const at = (field: MappableField) => row.cells[indexOf(field)] ?? null
    const optional = (field: MappableField): string | undefined => {
      const text = textOf(at(field)).trim()
      return text === '' ? undefined : text
    }
    const raw = bodyText(row)
    const { body, bodyText: plain } = bodyOf(raw)
    const written = hasTitle ? textOf(at('title')).replace(/\s+/g, ' ').trim() : ''
    const title = written === '' ? titleOf(plain) : written
    if (title === '')
      reading.issue(hasTitle ? nameOf('title') : (columns[bodies[0] ?? 0] ?? ''), 'title-missing')
    else if (title.length > 2_000) reading.issue(nameOf('title'), 'title-too-long', title)
    let latitude = reading.coordinate(nameOf('latitude'), at('latitude'), 90)
    let longitude = reading.coordinate(nameOf('longitude'), at('longitude'), 180)
    // "lat, lon" in the one column that was mapped.
    const pair = /^\s*\[?(-?\d+[.]\d+)\s*[,; ]\s*(-?\d+[.]\d+)\]?\s*$/.exec(
      textOf(indexOf('latitude') >= 0 ? at('latitude') : at('longitude')),
    )
    if (pair !== null && (indexOf('latitude') < 0 || indexOf('longitude') < 0)) {
      reading.issues.splice(
        0,
        reading.issues.length,
        ...reading.issues.filter((issue) => issue.code !== 'coordinates-unreadable'),
      )
      latitude = Number(pair[1])
      longitude = Number(pair[2])
    }
    const extra = emptyExtra()
    for (const index of extras) {
      const text = textOf(row.cells[index])
      if (text !== '') extra[columns[index] ?? `#${index + 1}`] = text
    }
    const externalId = identifierOf(at('externalId'))
    const author = names
      .map((index) => textOf(row.cells[index]).trim())
      .filter((text) => text !== '')
      .join(' ')
    const draft: SubmissionDraft = {
      kind: 'submission',
      externalId: externalId === '' ? undefined : externalId,
      title,
      body,
      bodyText: plain,
      authorName: author === '' ? undefined : author,
      authorEmail: optional('authorEmail'),
      authorPhone: optional('authorPhone'),
      authorAddress: postalAddressOf(addresses.map((index) => textOf(row.cells[index]))),
      themeName: optional('theme'),
      districtName: optional('district'),
      address: optional('address'),
      latitude: longitude === undefined ? undefined : latitude,
      longitude: latitude === undefined ? undefined : longitude,
      submittedAt: reading.instant(nameOf('submittedAt'), at('submittedAt'), dayFirst),
      channel: channelOf(textOf(at('channel'))),
      declaredCost: reading.amount(nameOf('declaredCost'), at('declaredCost')),
      supportsCount: reading.count(nameOf('supportsCount'), at('supportsCount')),
      url: optional('url'),
      reference: optional('reference'),
      extra,
    }
    return { draft, reading }
  }
}
