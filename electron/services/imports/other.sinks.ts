import type { CommentDraft, MeetingDraft, ProjectDraft } from '../../../shared/domain/imports/import-draft.ts'
import { guessMeetingKind } from '../../../shared/domain/meetings/guess-meeting-kind.ts'
import type { ImportChange } from '../../../shared/read-models/import-preview.ts'
import type { ProcessDetail } from '../../../shared/read-models/process.ts'
import type { OpenDatabase } from '../../data/dialects/dialect.ts'
import {
  importedRows,
  submissionSources,
  submissionsByExternalId,
  updateImported,
} from '../../data/imports/import.repository.ts'
import {
  findProjectOfSubmission,
  insertProject,
  linkSubmissions,
  nextBallotNumber,
  takeProjectNumber,
  wasSettledHere,
} from '../../data/projects/project.repository.ts'
import type { Change } from '../call.ts'
import { voidOutdatedVisas } from '../finance/void-outdated-visas.ts'
import { newId } from '../new-id.ts'
import type { Arrival, ImportSink } from './import-sink.ts'
import { sampledChanges } from './import-sink.ts'
import { namesOfPlaces, type PlaceNames } from './place-names.ts'
import { readableChanges } from './readable-changes.ts'
import { createRootFinder } from './root-finder.ts'
import { savePlaceNames } from './save-place-names.ts'
import { proposalSources } from './source.ts'

export interface SinkSetting {
  readonly database: OpenDatabase
  readonly process: ProcessDetail
  readonly places: PlaceNames
  readonly source: string
  readonly batchId: string
  readonly change: Change | undefined
}

/**
 * A sink that writes one kind of object through two functions; without a change it only compares. `tell` says field by
 * field what each of these arrivals changes, in their order; it is asked before anything is written.
 */
export function simpleSink<D extends Arrival['draft']>(
  setting: SinkSetting,
  label: (draft: D) => string,
  create: (change: Change, arrivals: readonly Arrival<D>[]) => Promise<void>,
  update: (change: Change, arrival: Arrival<D>) => Promise<void>,
  tell?: (arrivals: readonly Arrival<D>[]) => Promise<readonly ImportChange['fields'][]>,
): ImportSink {
  const changes: ImportSink['changes'] = []
  return {
    changes,
    async create(arrivals) {
      if (setting.change !== undefined) await create(setting.change, arrivals as readonly Arrival<D>[])
    },
    async update(all) {
      const arrivals = all as readonly Arrival<D>[]
      const sampled = arrivals.slice(0, sampledChanges - changes.length)
      const told = sampled.length === 0 ? undefined : await tell?.(sampled)
      for (const [index, { draft, identity }] of sampled.entries())
        changes.push({ reference: identity.externalId, title: label(draft), fields: told?.[index] ?? [] })
      if (setting.change !== undefined) for (const arrival of arrivals) await update(setting.change, arrival)
    },
    async finish() {},
  }
}

/** Compares arrivals with the rows that they change. */
async function tellRows<D extends MeetingDraft | ProjectDraft>(
  { database, process, places, change }: SinkSetting,
  table: 'meeting' | 'project',
  arrivals: readonly Arrival<D>[],
  columns: (draft: D) => Readonly<Record<string, unknown>>,
): Promise<readonly ImportChange['fields'][]> {
  const ids = arrivals.map(({ known }) => known?.id ?? '')
  const rows = await importedRows(change?.trx ?? database.reader, table, ids)
  const after = arrivals.map(({ draft }) => columns(draft))
  const names = namesOfPlaces(process, places)
  return arrivals.map(({ known }, index) =>
    readableChanges(rows.get(known?.id ?? '') ?? {}, after[index] ?? {}, names),
  )
}

/** Comments, tied to their proposal by the root of the thread. */
export function createCommentSink(setting: SinkSetting): ImportSink {
  const { database, process, source, batchId } = setting
  const rootsOf = createRootFinder(process.id, source)
  const columns = (draft: CommentDraft, submissionId: string | null) => ({
    submission_id: submissionId,
    parent_external_id: draft.parentExternalId ?? null,
    author_name: draft.authorName ?? null,
    body: draft.body,
    alignment: draft.alignment,
    depth: draft.depth,
    created_at: draft.createdAt ?? null,
    extra: JSON.stringify(draft.extra),
  })
  return simpleSink<CommentDraft>(
    setting,
    (draft) => draft.body.slice(0, 80),
    async (change, arrivals) => {
      const roots = await rootsOf(
        change.trx,
        arrivals.map(({ draft }) => draft),
      )
      await database.dialect.insertRows(
        change.trx,
        'citizen_comment',
        arrivals.map(({ draft, identity }) => ({
          id: newId(),
          process_id: process.id,
          source,
          external_id: identity.externalId,
          content_hash: identity.contentHash,
          import_batch_id: batchId,
          ...columns(draft, roots.get(draft) ?? null),
        })),
      )
    },
    async (change, { draft, identity, known }) => {
      const roots = await rootsOf(change.trx, [draft])
      await updateImported(change.trx, 'citizen_comment', known?.id ?? '', {
        ...columns(draft, roots.get(draft) ?? null),
        content_hash: identity.contentHash,
        import_batch_id: batchId,
      })
    },
  )
}

/** Meetings with their figures. */
export function createMeetingSink(setting: SinkSetting): ImportSink {
  const { database, process, source, batchId } = setting
  const columns = (draft: MeetingDraft) => ({
    title: draft.title,
    description: draft.description,
    starts_at: draft.startsAt ?? null,
    ends_at: draft.endsAt ?? null,
    address: draft.address ?? null,
    attendees: draft.attendees ?? null,
    contributions: draft.contributions ?? null,
    url: draft.url ?? null,
    extra: JSON.stringify(draft.extra),
  })
  return simpleSink<MeetingDraft>(
    setting,
    (draft) => draft.title,
    (change, arrivals) =>
      database.dialect.insertRows(
        change.trx,
        'meeting',
        arrivals.map(({ draft, identity }) => ({
          id: newId(),
          process_id: process.id,
          source,
          external_id: identity.externalId,
          content_hash: identity.contentHash,
          kind: guessMeetingKind(draft.title),
          import_batch_id: batchId,
          ...columns(draft),
        })),
      ),
    (change, { draft, identity, known }) =>
      updateImported(change.trx, 'meeting', known?.id ?? '', {
        ...columns(draft),
        content_hash: identity.contentHash,
        import_batch_id: batchId,
      }),
    (arrivals) => tellRows(setting, 'meeting', arrivals, columns),
  )
}

/** Projects of a budget component: costed there, tied to their proposals here. */
export function createProjectSink(setting: SinkSetting): ImportSink {
  const { process, places, source } = setting
  let sources: readonly string[] | undefined
  const columns = (draft: ProjectDraft) => ({
    title: draft.title,
    description: draft.body,
    ...places.placeOf(draft),
    address: draft.address ?? null,
    latitude: draft.latitude ?? null,
    longitude: draft.longitude ?? null,
    votes: draft.votesCount ?? null,
    imported_cost_cents: draft.cost ?? null,
    url: draft.url ?? null,
    extra: JSON.stringify(draft.extra),
  })
  return simpleSink<ProjectDraft>(
    setting,
    (draft) => draft.title,
    async (change, arrivals) => {
      for (const { draft, identity } of arrivals) {
        const fields = columns(draft)
        await savePlaceNames(change, process, places)
        const id = newId()
        const voted = draft.selected === true || (draft.votesCount ?? 0) > 0
        await insertProject(change.trx, {
          id,
          process_id: process.id,
          number: await takeProjectNumber(change.trx, process.id),
          ...fields,
          summary: draft.bodyText.slice(0, 400),
          managing_department: '',
          proposer_names: '',
          picture_attachment_id: null,
          stage: draft.selected === true ? 'winner' : voted ? 'on-ballot' : 'awaiting-visa',
          ballot_number: voted ? await nextBallotNumber(change.trx, process.id) : null,
          source,
          external_id: identity.externalId,
          content_hash: identity.contentHash,
          created_at: change.at,
        })
        sources ??= proposalSources(await submissionSources(change.trx, process.id), source)
        const found = await submissionsByExternalId(
          change.trx,
          process.id,
          sources,
          draft.submissionExternalIds,
        )
        const free: string[] = []
        for (const submissionId of found.values()) {
          if ((await findProjectOfSubmission(change.trx, submissionId)) === undefined) free.push(submissionId)
        }
        if (free.length > 0) await linkSubmissions(change.trx, id, free)
      }
    },
    async (change, { draft, identity, known }) => {
      const projectId = known?.id ?? ''
      await savePlaceNames(change, process, places)
      const { title, district_id, address, latitude, longitude, imported_cost_cents, ...rest } =
        columns(draft)
      const published = { title, district_id, address, latitude, longitude, imported_cost_cents }
      // I5: what was published when the list was settled here changes by an erratum only, not by a file.
      const fields = (await wasSettledHere(change.trx, projectId)) ? rest : { ...rest, ...published }
      await updateImported(change.trx, 'project', projectId, {
        ...fields,
        content_hash: identity.contentHash,
      })
      change.record({
        action: 'project.import-update',
        objectKind: 'project',
        objectId: projectId,
        objectLabel: draft.title,
        processId: process.id,
        after: fields,
      })
      await voidOutdatedVisas(change, projectId, 'project.import-update')
    },
    (arrivals) => tellRows(setting, 'project', arrivals, columns),
  )
}
