import type {
  CommentDraft,
  ImportDraft,
  MeetingDraft,
  ProjectDraft,
  SubmissionDraft,
} from '../../../shared/domain/imports/import-draft.ts'
import type { ImportTarget } from '../../../shared/domain/imports/import-target.ts'
import type { CellValue, RawRow } from '../../../shared/domain/imports/raw-table.ts'
import { emptyExtra, identifierOf, type RowReading, readingOf, textOf } from '../cell-reading.ts'
import { plainToRichText, richTextToPlain, sanitizeRichText } from '../rich-text/sanitize-rich-text.ts'
import { decidimColumns } from './decidim-columns.ts'

/** Turns a row into a draft; issues reject the row. */
export type RowMapper = (row: RawRow) => {
  readonly draft?: ImportDraft | undefined
  readonly reading: RowReading
}

const longestTitle = 2_000

/** Bodies come as plain text or as HTML, by version: tags decide. */
export function bodyOf(text: string): { readonly body: string; readonly bodyText: string } {
  const trimmed = text.trim()
  if (
    /<(p|br|div|ul|ol|li|strong|b|em|i|a|h[1-6]|span|xml|dl)\b[^>]*>/i.test(trimmed) ||
    /&(nbsp|amp|lt|gt|quot|#\d+|[a-z]{3,8});/i.test(trimmed)
  ) {
    const body = sanitizeRichText(trimmed)
    return { body, bodyText: richTextToPlain(body) }
  }
  const plain = trimmed.includes('gid://') ? trimmed.replace(/gid:\/\/\S+/g, '') : trimmed
  return { body: plainToRichText(plain), bodyText: plain.replace(/\r\n?/g, '\n') }
}

/** Makes the mapper of one Decidim export. `extra` keeps every filled column that has no field of its own. */
export function decidimMapper(
  target: Exclude<ImportTarget, 'table' | 'districts'>,
  columns: readonly string[],
  locale: string | null,
): RowMapper {
  const find = decidimColumns(columns, locale)
  const used = new Set<number>()
  const take = (...names: readonly string[]): number => {
    const index = find.index(...names)
    if (index >= 0) used.add(index)
    return index
  }
  const takeLocalized = (name: string): readonly number[] => {
    const indexes = find.localized(name)
    for (const index of indexes) used.add(index)
    return indexes
  }
  const cellAt = (row: RawRow, index: number): CellValue => (index < 0 ? null : (row.cells[index] ?? null))
  const nameAt = (index: number): string => columns[index] ?? ''
  const firstText = (row: RawRow, indexes: readonly number[]): string => {
    for (const index of indexes) {
      const text = textOf(row.cells[index])
      if (text.trim() !== '') return text
    }
    return ''
  }
  const optional = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim())

  const id = take('id')
  const title = takeLocalized('title')
  const url = take('url', 'resource_url')
  const category = takeLocalized('category/name')
  const scope = takeLocalized('scope/name')
  const taxonomies = columns
    .map((column, index) => (/^taxonomies\/\d+\//.test(column) || column === 'taxonomies/name' ? index : -1))
    .filter((index) => index >= 0)
  const address = take('address')
  const latitude = take('latitude')
  const longitude = take('longitude')

  let extraColumns: readonly (readonly [number, string])[] | undefined
  const extraOf = (row: RawRow): Readonly<Record<string, string>> => {
    extraColumns ??= columns.flatMap((column, index) => (used.has(index) ? [] : [[index, column] as const]))
    const extra = emptyExtra()
    for (const [index, column] of extraColumns) {
      const text = textOf(row.cells[index])
      if (text !== '') extra[column] = text
    }
    return extra
  }
  const titleOf = (row: RawRow, reading: RowReading): string => {
    const text = firstText(row, title).replace(/\s+/g, ' ').trim()
    const column = nameAt(title[0] ?? -1) || 'title'
    if (text === '') reading.issue(column, 'title-missing')
    else if (text.length > longestTitle) reading.issue(column, 'title-too-long', text)
    return text
  }
  // A taxonomy does not say what it is: those who know the districts sort them; `extra` keeps which is which.
  const taxonomiesOf = (row: RawRow): readonly string[] | undefined => {
    const names = taxonomies.map((index) => textOf(row.cells[index]).trim()).filter((name) => name !== '')
    return names.length === 0 ? undefined : [...new Set(names)]
  }
  const placeOf = (row: RawRow, reading: RowReading) => ({
    address: optional(textOf(cellAt(row, address))),
    latitude: reading.coordinate(nameAt(latitude), cellAt(row, latitude), 90),
    longitude: reading.coordinate(nameAt(longitude), cellAt(row, longitude), 180),
  })
  const idOf = (row: RawRow, reading: RowReading): string => {
    const text = identifierOf(cellAt(row, id))
    if (text === '') reading.issue(nameAt(id) || 'id', 'identifier-missing')
    return text
  }

  if (target === 'decidim-comments') {
    const body = take('body')
    const created = take('created_at')
    const author = take('author/name')
    const alignment = take('alignment')
    const depth = take('depth')
    const parentId = take('commentable_id')
    const parentType = take('commentable_type')
    const rootUrl = take('root_commentable_url')
    return (row) => {
      const reading = readingOf(row.line)
      const externalId = idOf(row, reading)
      const text = textOf(cellAt(row, body)).trim()
      if (text === '') reading.issue(nameAt(body) || 'body', 'text-missing')
      const root = textOf(cellAt(row, rootUrl)).trim()
      const stance = Number(identifierOf(cellAt(row, alignment)) || '0')
      const draft: CommentDraft = {
        kind: 'comment',
        externalId,
        body: richTextToPlain(sanitizeRichText(text)),
        authorName: optional(textOf(cellAt(row, author))),
        createdAt: reading.instant(nameAt(created), cellAt(row, created)),
        alignment: stance > 0 ? 1 : stance < 0 ? -1 : 0,
        depth: reading.count(nameAt(depth), cellAt(row, depth)) ?? 0,
        parentType: optional(textOf(cellAt(row, parentType))),
        parentExternalId: optional(identifierOf(cellAt(row, parentId))),
        rootExternalId: /\/(\d+)\/?(?:[?#].*)?$/.exec(root)?.[1],
        rootUrl: optional(root),
        extra: extraOf(row),
      }
      return { draft, reading }
    }
  }

  if (target === 'decidim-projects') {
    const description = takeLocalized('description')
    const amount = take('budget_amount')
    const votes = take('total_votes', 'confirmed_votes')
    const selected = take('selected_at', 'selected')
    const related = take('related_proposals')
    return (row) => {
      const reading = readingOf(row.line)
      const { body, bodyText } = bodyOf(firstText(row, description))
      const chosen = textOf(cellAt(row, selected)).trim()
      const draft: ProjectDraft = {
        kind: 'project',
        externalId: id < 0 ? undefined : idOf(row, reading),
        title: titleOf(row, reading),
        body,
        bodyText,
        cost: reading.amount(nameAt(amount), cellAt(row, amount)),
        votesCount: reading.count(nameAt(votes), cellAt(row, votes)),
        selected: selected < 0 ? undefined : chosen !== '' && !/^(false|0|non)$/i.test(chosen),
        themeName: optional(firstText(row, category)),
        districtName: optional(firstText(row, scope)),
        taxonomies: taxonomiesOf(row),
        ...placeOf(row, reading),
        url: optional(textOf(cellAt(row, url))),
        submissionExternalIds: textOf(cellAt(row, related))
          .split(',')
          .map((part) => identifierOf(part))
          .filter((part) => /^\d+$/.test(part)),
        extra: extraOf(row),
      }
      return { draft, reading }
    }
  }

  if (target === 'decidim-meetings') {
    const description = takeLocalized('description')
    const starts = take('start_time')
    const ends = take('end_time')
    const attendees = take('attendees')
    const contributions = take('contributions')
    const location = takeLocalized('location')
    return (row) => {
      const reading = readingOf(row.line)
      const draft: MeetingDraft = {
        kind: 'meeting',
        externalId: idOf(row, reading),
        title: titleOf(row, reading),
        description: richTextToPlain(sanitizeRichText(firstText(row, description))),
        startsAt: reading.instant(nameAt(starts), cellAt(row, starts)),
        endsAt: reading.instant(nameAt(ends), cellAt(row, ends)),
        address: optional(
          [textOf(cellAt(row, address)), firstText(row, location)]
            .filter((part) => part.trim() !== '')
            .join(' – '),
        ),
        attendees: reading.count(nameAt(attendees), cellAt(row, attendees)),
        contributions: reading.count(nameAt(contributions), cellAt(row, contributions)),
        url: optional(textOf(cellAt(row, url))),
        extra: extraOf(row),
      }
      return { draft, reading }
    }
  }

  const bodies = [...takeLocalized('body'), ...takeLocalized('description')]
  const author = take('author/name')
  const email = take('author/email')
  const phone = take('author/phone_number')
  const state = take('state')
  const withdrawn = take('withdrawn')
  const supports = take('votes', 'supports')
  const comments = take('comments', 'comments/count')
  const published = take('published_at', 'created_at')
  const reference = take('reference')
  const component = take('component/id')
  const meetings = find.index('meeting_urls', 'created_in_meeting')
  return (row) => {
    const reading = readingOf(row.line)
    const { body, bodyText } = bodyOf(firstText(row, bodies))
    const platformState = optional(textOf(cellAt(row, state)))
    const inMeeting = textOf(cellAt(row, meetings)).trim()
    const draft: SubmissionDraft = {
      kind: 'submission',
      externalId: idOf(row, reading),
      title: titleOf(row, reading),
      body,
      bodyText,
      authorName: optional(textOf(cellAt(row, author))),
      authorEmail: optional(textOf(cellAt(row, email))),
      authorPhone: optional(textOf(cellAt(row, phone))),
      themeName: optional(firstText(row, category)),
      districtName: optional(firstText(row, scope)),
      taxonomies: taxonomiesOf(row),
      ...placeOf(row, reading),
      submittedAt: reading.instant(nameAt(published), cellAt(row, published)),
      channel: inMeeting !== '' && inMeeting !== 'false' ? 'meeting' : 'online',
      supportsCount: reading.count(nameAt(supports), cellAt(row, supports)),
      commentsCount: reading.count(nameAt(comments), cellAt(row, comments)),
      url: optional(textOf(cellAt(row, url))),
      reference: optional(textOf(cellAt(row, reference))),
      platformState,
      withdrawn: platformState === 'withdrawn' || /^(true|1)$/i.test(textOf(cellAt(row, withdrawn)).trim()),
      componentId: optional(identifierOf(cellAt(row, component))),
      extra: extraOf(row),
    }
    return { draft, reading }
  }
}
