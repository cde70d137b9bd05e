import { unknownFields } from '../../../shared/domain/letters/fill-template.ts'
import { channelsOf, type LetterKind, preferredChannel } from '../../../shared/domain/letters/letter-kind.ts'
import { refusalReasons } from '../../../shared/domain/moderation/refusal-reason.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { LetterDetail } from '../../../shared/read-models/letter.ts'
import { findLetter, type LetterRecord } from '../../data/letters/letter.repository.ts'
import { type LetterFacts, owedFacts } from '../../data/letters/letter-facts.query.ts'
import { readChannel, readKind } from '../../data/letters/letter-list.query.ts'
import { getSubmission, type SubmissionRecord } from '../../data/submissions/submission.repository.ts'
import type { DossierCall } from '../call.ts'
import { composeLetter } from './compose-letter.ts'
import { letterSettingAt } from './letter-setting.ts'
import { nameOnEnvelope } from './printable-letter.ts'

export interface LetterKey {
  readonly submissionId: string
  readonly kind: LetterKind
  readonly event: string
}

/** A letter and what it is about: made already, or owed (with what is known of it). */
export interface FoundLetter {
  readonly submission: SubmissionRecord
  readonly record: LetterRecord | undefined
  readonly facts: LetterFacts | undefined
}

/** Finds a letter that was made or is owed. Refuses `letter-not-owed` for one that nobody owes any more. */
export async function findByKey(call: DossierCall, key: LetterKey): Promise<FoundLetter> {
  const { reader } = call.database
  const submission = await getSubmission(reader, key.submissionId)
  const record = await findLetter(reader, key)
  if (record !== undefined && record.produced_at !== null) return { submission, record, facts: undefined }
  const [facts] = await owedFacts(reader, submission.process_id, [submission.id])
  if (facts === undefined || facts.kind !== key.kind || facts.event !== key.event)
    throw new AppError('letter-not-owed', { reference: submission.reference })
  return { submission, record, facts }
}

/** One letter in full, as it was made or as it would be now. */
export async function letterDetail(call: DossierCall, key: LetterKey): Promise<LetterDetail> {
  const { submission, record, facts } = await findByKey(call, key)
  if (facts === undefined && record !== undefined) return madeDetail(submission, record)
  if (facts === undefined) throw new AppError('letter-not-owed', { reference: submission.reference })
  const setting = await letterSettingAt(call.database.reader, submission.process_id, call.ports.clock.now())
  const composed = composeLetter(facts, setting)
  const subject = record?.subject ?? composed.subject
  const body = record?.body ?? composed.body
  const reachable = {
    paper: facts.paper,
    email: facts.authorEmail,
    address: facts.authorAddress,
    onPlatform: facts.onPlatform,
  }
  return {
    ...shared(submission),
    letterId: record?.id ?? null,
    kind: facts.kind,
    event: facts.event,
    channel: readChannel(record?.channel ?? null) ?? preferredChannel(reachable),
    channels: channelsOf(reachable),
    drafted: record !== undefined,
    decidedAt: facts.decidedAt ?? submission.stage_changed_at,
    producedAt: null,
    producedByName: null,
    sentOn: null,
    sentByName: null,
    recipientName: nameOnEnvelope(facts.authorName, facts.reference),
    recipientAddress: facts.authorAddress ?? '',
    recipientEmail: facts.authorEmail ?? '',
    subject,
    body,
    appeal: composed.appeal,
    templateNumber: record?.template_number ?? composed.templateNumber,
    templateReason: record === undefined ? composed.templateReason : reasonOf(record.template_reason),
    writtenOn: null,
    fileName: null,
    // A text in force names fields only; what was typed since may hold a name that nothing fills.
    unknown:
      record === undefined ? [] : [...unknownFields(subject), ...unknownFields(body)].map(({ name }) => name),
    version: record?.version ?? null,
  }
}

/** A letter as it was made. */
export function madeDetail(submission: SubmissionRecord, record: LetterRecord): LetterDetail {
  const channel = readChannel(record.channel)
  return {
    ...shared(submission),
    letterId: record.id,
    kind: readKind(record.kind),
    event: record.event,
    channel,
    channels: channel === null ? [] : [channel],
    drafted: false,
    decidedAt: record.produced_at ?? record.saved_at,
    producedAt: record.produced_at,
    producedByName: record.produced_by_name,
    sentOn: record.sent_on,
    sentByName: record.sent_by_name,
    recipientName: record.recipient_name,
    recipientAddress: record.recipient_address,
    recipientEmail: record.recipient_email,
    subject: record.subject,
    body: record.body,
    appeal: record.appeal,
    templateNumber: record.template_number,
    templateReason: reasonOf(record.template_reason),
    writtenOn: record.written_on,
    fileName: record.file_name,
    unknown: [],
    version: record.version,
  }
}

function shared(submission: SubmissionRecord) {
  return {
    submissionId: submission.id,
    number: submission.number,
    reference: submission.reference,
    title: submission.title,
    authorName: submission.author_name,
    submissionVersion: submission.version,
    authorEmail: submission.author_email,
    authorPhone: submission.author_phone,
    authorAddress: submission.author_address,
  }
}

function reasonOf(text: string) {
  return refusalReasons.find((reason) => reason === text) ?? null
}
