import type { DistrictDraft } from '../../../shared/domain/imports/import-draft.ts'
import type { RowIssue } from '../../../shared/domain/imports/row-issue.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { ImportChange } from '../../../shared/read-models/import-preview.ts'
import type { ProcessDetail } from '../../../shared/read-models/process.ts'
import { knownObjects } from '../../data/imports/import.repository.ts'
import type { OpenedImport } from '../../imports/import-reader.ts'
import type { Change, DossierCall } from '../call.ts'
import { reapplyRedactions } from '../redactions/apply-redactions.ts'
import { createDistrictSink, districtOf } from './district.sink.ts'
import { createIdentities, type Identity } from './identity.ts'
import type { Arrival, ImportSink } from './import-sink.ts'
import { createCommentSink, createMeetingSink, createProjectSink } from './other.sinks.ts'
import { createPlaceNames } from './place-names.ts'
import { sourceOfPlatform, sourceOfTable } from './source.ts'
import { createSubmissionSink } from './submission.sink.ts'

/** Counts of an import; `rejectedLines` of them are told with their issues. */
export interface ImportCounts {
  created: number
  updated: number
  unchanged: number
  rejected: number
}

export interface ImportRun {
  readonly opened: OpenedImport
  readonly process: ProcessDetail
  readonly batchId: string
  readonly withdrawalNote: string
  /** Absent: the run only compares, and writes nothing. */
  readonly change?: Change | undefined
  /** Hears every issue, in the order of the file. */
  readonly onIssues: (issues: readonly RowIssue[]) => void
}

const tableOf = {
  'decidim-proposals': 'submission',
  table: 'submission',
  'decidim-comments': 'citizen_comment',
  'decidim-meetings': 'meeting',
  'decidim-projects': 'project',
} as const

/**
 * Streams a file through: the same way for a preview and for the import itself, so that the one tells what the other
 * does. Refuses `cancelled` between two batches.
 */
export async function runImport(
  call: DossierCall,
  run: ImportRun,
): Promise<ImportCounts & { readonly changes: readonly ImportChange[] }> {
  const { opened, process, change } = run
  const { target } = opened.inspection
  const places = createPlaceNames(process.themes, process.districts)
  const counts: ImportCounts = { created: 0, updated: 0, unchanged: 0, rejected: 0 }
  const identityOf = createIdentities()
  let sink: ImportSink | undefined
  let known: Awaited<ReturnType<typeof knownObjects>> = new Map()
  const started = performance.now()
  let lastTold = 0

  for await (const batch of opened.drafts(call.signal)) {
    if (call.signal.aborted) throw new AppError('cancelled')
    if (sink === undefined && batch.drafts.length > 0) {
      const drafts = batch.drafts.map(({ draft }) => draft)
      const db = change?.trx ?? call.database.reader
      const source =
        target === 'table' ? await sourceOfTable(db, process.id, drafts) : sourceOfPlatform(target, drafts)
      const setting = { database: call.database, process, places, source, batchId: run.batchId, change }
      if (target === 'districts') sink = createDistrictSink(setting)
      else {
        known = await knownObjects(db, tableOf[target], process.id, source)
        if (target === 'decidim-comments') sink = createCommentSink(setting)
        else if (target === 'decidim-meetings') sink = createMeetingSink(setting)
        else if (target === 'decidim-projects') sink = createProjectSink(setting)
        else sink = await createSubmissionSink({ ...setting, withdrawalNote: run.withdrawalNote })
      }
    }
    const created: Arrival[] = []
    const updated: Arrival[] = []
    for (const { line, draft } of batch.drafts) {
      const identity = identityOf(draft)
      if (draft.kind === 'district') {
        const arrival = districtArrival(line, draft, identity, process)
        if (arrival === 'unchanged') counts.unchanged++
        else (arrival.known === undefined ? created : updated).push(arrival)
        continue
      }
      const match = known.get(identity.externalId)
      if (match === undefined) created.push({ line, draft, identity, known: undefined })
      else if (match.contentHash === identity.contentHash) counts.unchanged++
      else updated.push({ line, draft, identity, known: match })
    }
    counts.created += created.length
    counts.updated += updated.length
    counts.rejected += batch.rows - batch.drafts.length
    if (batch.issues.length > 0) run.onIssues(batch.issues)
    if (created.length > 0) await sink?.create(created)
    if (updated.length > 0) await sink?.update(updated)
    if (performance.now() - lastTold > 100) {
      lastTold = performance.now()
      call.progress(change === undefined ? 'preview' : 'import', batch.bytesRead, opened.inspection.bytes)
    }
  }
  await sink?.finish()
  if (change !== undefined && (target === 'decidim-comments' || target === 'decidim-projects'))
    await reapplyRedactions(change, call.database.dialect, process.id)
  call.ports.log.info('import read', {
    target,
    ...counts,
    milliseconds: Math.round(performance.now() - started),
  })
  return { ...counts, changes: sink?.changes ?? [] }
}

function districtArrival(
  line: number,
  draft: DistrictDraft,
  identity: Identity,
  process: ProcessDetail,
): Arrival | 'unchanged' {
  const district = districtOf(draft, process.districts)
  if (district === undefined) return { line, draft, identity, known: undefined }
  const samePopulation = draft.population === undefined || draft.population === district.population
  const sameShape = JSON.stringify(district.polygon) === JSON.stringify(draft.geometry.coordinates)
  return samePopulation && sameShape
    ? 'unchanged'
    : { line, draft, identity, known: { id: district.id, contentHash: null } }
}
