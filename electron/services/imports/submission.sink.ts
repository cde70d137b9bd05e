import type { SubmissionDraft } from '../../../shared/domain/imports/import-draft.ts'
import { type Stage, transitionKind } from '../../../shared/domain/lifecycle/stage.ts'
import type { ProcessDetail } from '../../../shared/read-models/process.ts'
import type { OpenDatabase } from '../../data/dialects/dialect.ts'
import { lastRowId, submissionsById, updateImported } from '../../data/imports/import.repository.ts'
import { classifiedByStaff, contactedByStaff } from '../../data/journal/journal-list.query.ts'
import { passagesOf } from '../../data/redactions/redaction.repository.ts'
import {
  findDecidable,
  referenceOf,
  takeSubmissionNumbers,
} from '../../data/submissions/submission.repository.ts'
import type { Change } from '../call.ts'
import { newId } from '../new-id.ts'
import { maskAgain, maskedColumns } from '../redactions/apply-redactions.ts'
import { applyVerdict } from '../submissions/apply-verdict.ts'
import { type Arrivals, openArrivals } from '../team/assign-arrivals.ts'
import { type Arrival, fieldChanges, type ImportSink, sampledChanges } from './import-sink.ts'
import { namesOfPlaces, type PlaceNames } from './place-names.ts'
import { readableChanges } from './readable-changes.ts'
import { savePlaceNames } from './save-place-names.ts'

/** New rows between two additions to the search index: few enough to yield, many enough to be cheap. */
const indexedAtOnce = 20_000

export interface SubmissionSinkSetting {
  readonly database: OpenDatabase
  readonly process: ProcessDetail
  readonly places: PlaceNames
  readonly source: string
  readonly batchId: string
  /** Absent: compare only. */
  readonly change: Change | undefined
  readonly withdrawalNote: string
}

/** Citizen's fields of a row as they are stored; what staff decided is never among them. */
function citizenColumns(draft: SubmissionDraft, places: PlaceNames) {
  return {
    title: draft.title,
    body: draft.body,
    body_text: draft.bodyText,
    author_name: draft.authorName ?? null,
    author_email: draft.authorEmail ?? null,
    author_phone: draft.authorPhone ?? null,
    author_address: draft.authorAddress ?? null,
    ...places.placeOf(draft),
    address: draft.address ?? null,
    latitude: draft.latitude ?? null,
    longitude: draft.longitude ?? null,
    declared_cost_cents: draft.declaredCost ?? null,
    supports_count: draft.supportsCount ?? 0,
    comments_count: draft.commentsCount ?? 0,
    component_id: draft.componentId ?? null,
    platform_state: draft.platformState ?? null,
    url: draft.url ?? null,
    extra: JSON.stringify(
      draft.reference === undefined ? draft.extra : { reference: draft.reference, ...draft.extra },
    ),
  }
}

/** The columns that say something. */
function filled(columns: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null))
}

/** Proposals and contributions: the platform brings the citizen's words, staff decisions stay. */
export async function createSubmissionSink(setting: SubmissionSinkSetting): Promise<ImportSink> {
  const { database, process, places, change, source, batchId } = setting
  const changes: ImportSink['changes'] = []
  const prefix = process.referencePrefix
  let indexed = change === undefined ? 0 : await lastRowId(change.trx)
  let waiting = 0
  let distribution: Arrivals | undefined

  async function index(): Promise<void> {
    if (change === undefined || waiting === 0) return
    await database.dialect.indexSubmissionsAfter(change.trx, indexed)
    indexed = await lastRowId(change.trx)
    waiting = 0
  }

  async function create(arrivals: readonly Arrival<SubmissionDraft>[]): Promise<void> {
    if (change === undefined) return
    const { first } = await takeSubmissionNumbers(change.trx, process.id, arrivals.length)
    distribution ??= await openArrivals(change, process.id)
    const given = distribution
    const rows = arrivals.map(({ draft, identity }, position) => {
      const id = newId()
      const citizen = citizenColumns(draft, places)
      return {
        id,
        process_id: process.id,
        number: first + position,
        reference: referenceOf(prefix, first + position),
        ...citizen,
        district_origin: places.districtOriginOf(draft),
        channel: draft.channel ?? (source === 'table' ? 'paper' : 'online'),
        stage: draft.withdrawn === true ? 'withdrawn' : 'submitted',
        stage_changed_at: change.at,
        submitted_at: draft.submittedAt ?? change.at,
        assignee_id: draft.withdrawn === true ? null : given.assigneeOf({ id, ...citizen }),
        merged_into_id: null,
        project_id: null,
        checklist: '{}',
        source,
        external_id: identity.externalId,
        content_hash: identity.contentHash,
        import_batch_id: batchId,
        created_by: null,
        created_at: change.at,
      }
    })
    await savePlaceNames(change, process, places)
    await database.dialect.insertRows(change.trx, 'submission', rows)
    waiting += rows.length
    if (waiting >= indexedAtOnce) await index()
  }

  async function update(arrivals: readonly Arrival<SubmissionDraft>[]): Promise<void> {
    const ids = arrivals.map(({ known }) => known?.id ?? '')
    const db = change?.trx ?? database.reader
    const current = await submissionsById(db, ids)
    const classified = await classifiedByStaff(db, ids)
    const contacted = await contactedByStaff(db, ids)
    const passages = await passagesOf(db, ids)
    const withdrawn: string[] = []
    const citizens = arrivals.map(({ draft }) => citizenColumns(draft, places))
    // Rows point at the themes and districts that they name for the first time: those are written first.
    if (change !== undefined) await savePlaceNames(change, process, places)
    for (const [index, { draft, identity, known }] of arrivals.entries()) {
      const row = current.get(known?.id ?? '')
      const citizen = citizens[index]
      if (row === undefined || citizen === undefined) continue
      const { theme_id, district_id, address, latitude, longitude, ...told } = citizen
      const { author_email, author_phone, author_address, ...words } = told
      const origin = places.districtOriginOf(draft)
      // A point does not overrule the district that somebody declared: the map lists both.
      const follows = origin !== 'point' || row.district_id === null || row.district_origin === 'point'
      const district = follows ? district_id : null
      const place = { theme_id, district_id: district, address, latitude, longitude }
      const contact = { author_email, author_phone, author_address }
      // What a person put in its place stays there; a platform that says nothing takes nothing away.
      const columns = {
        ...words,
        ...(contacted.has(row.id) ? {} : filled(contact)),
        ...(classified.has(row.id) ? {} : filled(place)),
      }
      // Neither the preview nor the journal tells a masked word: both compare what is left of the text.
      const shown = maskedColumns(columns, passages.get(row.id) ?? [])
      const fields = fieldChanges(row, shown)
      if (changes.length < sampledChanges)
        changes.push({
          reference: row.reference,
          title: shown.title,
          fields: readableChanges(row, shown, namesOfPlaces(process, places)),
        })
      if (change === undefined) continue
      await updateImported(change.trx, 'submission', row.id, {
        ...columns,
        ...(classified.has(row.id) || district === null ? {} : { district_origin: origin }),
        content_hash: identity.contentHash,
        import_batch_id: batchId,
      })
      if (fields.length > 0) {
        const touched = Object.fromEntries(fields.map(({ field }) => [field, row[field as keyof typeof row]]))
        change.record({
          action: 'submission.import-update',
          objectKind: 'submission',
          objectId: row.id,
          objectLabel: `${row.reference} ${shown.title}`,
          processId: process.id,
          before: touched,
          after: Object.fromEntries(
            fields.map(({ field }) => [field, (shown as Readonly<Record<string, unknown>>)[field]]),
          ),
        })
      }
      const stage = row.stage as Stage
      if (draft.withdrawn === true && transitionKind(stage, 'withdrawn') === 'withdrawal')
        withdrawn.push(row.id)
    }
    if (change === undefined) return
    await maskAgain(change, database.dialect, [...passages.keys()])
    await database.dialect.reindexSubmissions(change.trx, ids)
    if (withdrawn.length > 0) {
      const verdict = {
        verdict: 'withdrawn',
        reasons: [],
        rationale: setting.withdrawalNote,
        redirectedTo: null,
      } as const
      await applyVerdict(change, database.dialect, await findDecidable(change.trx, withdrawn), verdict)
    }
  }

  return {
    changes,
    create: (arrivals) => create(arrivals as readonly Arrival<SubmissionDraft>[]),
    update: (arrivals) => update(arrivals as readonly Arrival<SubmissionDraft>[]),
    async finish() {
      await index()
      await distribution?.finish(process)
    },
  }
}
