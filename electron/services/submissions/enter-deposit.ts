import type { ParsedInputOf } from '../../../shared/contract/define-contract.ts'
import type { submissionsContract } from '../../../shared/contract/submissions.contract.ts'
import type { DialectFeatures } from '../../data/dialects/dialect.ts'
import { getProcess } from '../../data/processes/process.repository.ts'
import {
  insertSubmission,
  referenceOf,
  takeSubmissionNumbers,
} from '../../data/submissions/submission.repository.ts'
import { plainToRichText } from '../../imports/rich-text/sanitize-rich-text.ts'
import type { Change } from '../call.ts'
import { deduceDistrict } from '../map/place-by-points.ts'
import { newId } from '../new-id.ts'
import { openArrivals } from '../team/assign-arrivals.ts'

/** What somebody types of a deposit, and what else the démarche asked: answers by question. */
export type TypedDeposit = ParsedInputOf<(typeof submissionsContract)['create']> & {
  readonly extra?: Readonly<Record<string, string>>
}

/** Enters a deposit typed by hand, under the next number of its démarche, and journals it. */
export async function enterDeposit(
  change: Change,
  dialect: DialectFeatures,
  input: TypedDeposit,
): Promise<{ readonly id: string; readonly reference: string }> {
  const id = newId()
  const { first, prefix } = await takeSubmissionNumbers(change.trx, input.processId, 1)
  const reference = referenceOf(prefix, first)
  const district = await deduceDistrict(change.trx, input.processId, input, {
    districtId: input.districtId,
    districtOrigin: input.districtId === null ? null : 'hand',
  })
  const process = await getProcess(change.trx, input.processId)
  const arrivals = await openArrivals(change, process.id)
  const assigneeId = arrivals.assigneeOf({
    id,
    district_id: district.districtId,
    theme_id: input.themeId,
    author_name: input.authorName,
  })
  await insertSubmission(change.trx, dialect, {
    id,
    process_id: input.processId,
    number: first,
    reference,
    title: input.title,
    body: plainToRichText(input.body),
    body_text: input.body.trim(),
    author_name: input.authorName,
    author_email: input.authorEmail,
    author_phone: input.authorPhone,
    author_address: input.authorAddress,
    channel: input.channel,
    stage: 'submitted',
    stage_changed_at: change.at,
    theme_id: input.themeId,
    district_id: district.districtId,
    district_origin: district.districtOrigin,
    address: input.address,
    latitude: input.latitude,
    longitude: input.longitude,
    submitted_at: input.submittedAt === undefined ? change.at : new Date(input.submittedAt).toISOString(),
    declared_cost_cents: input.declaredCost,
    supports_count: 0,
    comments_count: 0,
    assignee_id: assigneeId,
    merged_into_id: null,
    project_id: null,
    checklist: '{}',
    source: 'parvis',
    external_id: null,
    component_id: null,
    platform_state: null,
    url: null,
    content_hash: null,
    import_batch_id: null,
    meeting_id: input.meetingId,
    extra: JSON.stringify(input.extra ?? {}),
    created_by: change.person.id,
    created_at: change.at,
  })
  const {
    processId: _processId,
    authorEmail: _email,
    authorPhone: _phone,
    authorAddress: _address,
    ...kept
  } = input
  change.record({
    action: 'submission.create',
    objectKind: 'submission',
    objectId: id,
    objectLabel: `${reference} ${input.title}`,
    processId: input.processId,
    after: { ...kept, districtId: district.districtId, ...(assigneeId === null ? {} : { assigneeId }) },
  })
  await arrivals.finish(process)
  return { id, reference }
}
