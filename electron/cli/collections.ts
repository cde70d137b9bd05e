import type { CommandSetting } from './command.ts'
import { euros } from './euros.ts'

/** What is asked of a collection. */
export interface CollectionRequest {
  readonly processId: string
  readonly search: string | undefined
  readonly limit: number
  readonly setting: CommandSetting
}

/** Rows as the contract gives them, how many there are in all, and the same as cells of text. */
export interface CollectionRows {
  readonly rows: readonly object[]
  readonly total: number
  readonly lines: readonly (readonly string[])[]
}

/** Something that `list` can show. */
export interface Collection {
  readonly searchable: boolean
  /** Belongs to one démarche, rather than to the whole dossier. */
  readonly ofProcess: boolean
  read(request: CollectionRequest): Promise<CollectionRows>
}

/** The most that the contract gives at once. */
const largestPage = 500

async function pages<T extends object>(
  limit: number,
  page: (offset: number, size: number) => Promise<{ readonly rows: readonly T[]; readonly total: number }>,
): Promise<{ readonly rows: readonly T[]; readonly total: number }> {
  const rows: T[] = []
  for (;;) {
    const next = await page(rows.length, Math.min(largestPage, limit - rows.length))
    rows.push(...next.rows)
    if (rows.length >= limit || next.rows.length === 0 || rows.length >= next.total)
      return { rows, total: next.total }
  }
}

/** A page of something, with its rows as lines. */
function paged<T extends object>(
  page: (
    request: CollectionRequest,
    offset: number,
    size: number,
  ) => Promise<{ readonly rows: readonly T[]; readonly total: number }>,
  line: (row: T, setting: CommandSetting) => readonly string[],
): Collection['read'] {
  return async (request) => {
    const { rows, total } = await pages(request.limit, (offset, size) => page(request, offset, size))
    return { rows, total, lines: rows.map((row) => line(row, request.setting)) }
  }
}

/** A whole list of the contract, cut to the limit here. */
function whole<T extends object>(
  list: (request: CollectionRequest) => Promise<readonly T[]>,
  line: (row: T, setting: CommandSetting) => readonly string[],
): Collection['read'] {
  return async (request) => {
    const all = await list(request)
    const rows = all.slice(0, request.limit)
    return { rows, total: all.length, lines: rows.map((row) => line(row, request.setting)) }
  }
}

/** A citizen's text, short enough for one line of a list. */
function beginning(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99).toWellFormed()}…` : text
}

/** An instant as the clock of the town hall shows it: `2026-03-29 14:30`. */
function moment(instant: string | null): string {
  if (instant === null) return '–'
  const local = new Date(instant).toLocaleString('sv-SE', { timeZone: 'Europe/Paris' })
  return local.slice(0, 16)
}

/** Everything that `list` can show, by the word that asks for it. To add one: a line here and in the help. */
export const collections: Readonly<Record<string, Collection>> = {
  submissions: {
    searchable: true,
    ofProcess: true,
    read: paged(
      ({ processId, search, setting }, offset, limit) =>
        setting.call('submissions', 'list', {
          processId,
          offset,
          limit,
          ...(search === undefined ? {} : { search }),
        }),
      (row, { t }) => [row.reference, t(`labels.stage.${row.stage}`), row.title, row.authorName ?? ''],
    ),
  },
  projects: {
    searchable: true,
    ofProcess: true,
    read: whole(
      ({ processId, search, setting }) =>
        setting.call('projects', 'list', { processId, ...(search === undefined ? {} : { search }) }),
      (row, setting) => [
        String(row.number),
        setting.t(`labels.stage.${row.stage}`),
        euros(row.cost, setting.language),
        setting.t(`labels.visa.${row.visaState}`),
        row.title,
      ],
    ),
  },
  studies: {
    searchable: false,
    ofProcess: true,
    read: whole(
      ({ processId, setting }) => setting.call('studies', 'list', { processId }),
      (row, setting) => [
        row.reference,
        row.conclusion === null
          ? setting.t(`labels.stage.${row.stage}`)
          : setting.t(`labels.conclusion.${row.conclusion}`),
        euros(row.amountInclVat, setting.language),
        row.title,
      ],
    ),
  },
  comments: {
    searchable: true,
    ofProcess: true,
    read: paged(
      ({ processId, search, setting }, offset, limit) =>
        setting.call('submissions', 'comments', {
          processId,
          offset,
          limit,
          ...(search === undefined ? {} : { search }),
        }),
      (row) => [
        row.submissionReference ?? '–',
        moment(row.createdAt),
        row.authorName ?? '–',
        beginning(row.body),
      ],
    ),
  },
  meetings: {
    searchable: false,
    ofProcess: true,
    read: whole(
      ({ processId, setting }) => setting.call('meetings', 'list', { processId }),
      (row) => [moment(row.startsAt), row.title, row.address ?? '', String(row.attendees ?? '–')],
    ),
  },
  districts: {
    searchable: false,
    ofProcess: true,
    read: whole(
      async ({ processId, setting }) => (await setting.call('processes', 'get', { processId })).districts,
      (row, setting) => [
        row.code,
        row.name,
        String(row.population ?? '–'),
        euros(row.envelope, setting.language),
      ],
    ),
  },
  themes: {
    searchable: false,
    ofProcess: true,
    read: whole(
      async ({ processId, setting }) => (await setting.call('processes', 'get', { processId })).themes,
      (row) => [row.name, row.color],
    ),
  },
  imports: {
    searchable: false,
    ofProcess: true,
    read: whole(
      ({ processId, setting }) => setting.call('imports', 'batches', { processId }),
      (row) => [
        moment(row.importedAt),
        row.fileName,
        `+${row.created}`,
        `~${row.updated}`,
        `=${row.unchanged}`,
        `!${row.rejected}`,
      ],
    ),
  },
  processes: {
    searchable: false,
    ofProcess: false,
    read: whole(
      ({ setting }) => setting.call('processes', 'list', {}),
      (row, { t }) => [t(`labels.processKind.${row.kind}`), row.title, String(row.submissionsCount)],
    ),
  },
  people: {
    searchable: false,
    ofProcess: false,
    read: whole(
      ({ setting }) => setting.call('people', 'list', {}),
      (row, { t }) => [row.name, row.roles.map((role) => t(`labels.role.${role}`)).join(', ')],
    ),
  },
  journal: {
    searchable: true,
    ofProcess: false,
    read: paged(
      async ({ search, setting }, offset, limit) => {
        const filter = search === undefined ? {} : { search }
        const { entries, total } = await setting.call('journal', 'list', { ...filter, offset, limit })
        return { rows: entries, total }
      },
      (row) => [String(row.sequence), moment(row.at), row.personName, row.action, row.objectLabel],
    ),
  },
  backups: {
    searchable: false,
    ofProcess: false,
    read: whole(
      ({ setting }) => setting.call('dossiers', 'backups', {}),
      (row, { t }) => [moment(row.takenAt), t(`dossier.reasons.${row.reason}`), row.path],
    ),
  },
}
