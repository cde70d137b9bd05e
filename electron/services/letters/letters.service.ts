import { join } from 'node:path'
import type { lettersContract } from '../../../shared/contract/letters.contract.ts'
import type { LetterKind } from '../../../shared/domain/letters/letter-kind.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { LetterFieldValues } from '../../../shared/read-models/letter.ts'
import {
  deleteLetters,
  insertLetters,
  lettersOf,
  updateLetterAt,
} from '../../data/letters/letter.repository.ts'
import { anyProposal, factsFor } from '../../data/letters/letter-facts.query.ts'
import { countLetters, listLetters, matchingLetters } from '../../data/letters/letter-list.query.ts'
import { getSubmission, updateSubmissionAt } from '../../data/submissions/submission.repository.ts'
import { readDocumentFonts } from '../../exports/documents/document-fonts.ts'
import { printLetters } from '../../exports/letters/print-letters.ts'
import type { DossierCall, Service } from '../call.ts'
import { newId } from '../new-id.ts'
import { about } from '../submissions/on-submission.ts'
import { letterFormats, valuesOf } from './compose-letter.ts'
import { findByKey, type LetterKey, letterDetail, madeDetail } from './letter-detail.ts'
import { letterSettingAt } from './letter-setting.ts'
import { currentHead } from './letter-settings.ts'
import { letterTemplates } from './letter-templates.ts'
import { letterTopics } from './letter-topics.ts'
import { markLetters } from './mark-letters.ts'
import { letterToMake } from './owed-letters.ts'
import { type FinalLetter, madeLetters } from './printable-letter.ts'
import { produceLetters } from './produce-letters.ts'

/** What is written to proposers. Nothing leaves from here: files are made, people send them and say so. */
export const lettersService: Service<typeof lettersContract> = {
  ...letterTemplates,
  ...produceLetters,
  ...markLetters,

  list: ({ offset, limit, ...filter }, call) => listLetters(call.database, filter, { offset, limit }),

  counts: (input, call) => countLetters(call.database, input),

  matchingIds: (input, call) => matchingLetters(call.database, input),

  get: (input, call) => letterDetail(call, input),

  async ofSubmission(input, call) {
    const { reader } = call.database
    const submission = await getSubmission(reader, input.submissionId)
    const records = await lettersOf(reader, submission.id)
    const { rows } = await listLetters(
      call.database,
      { processId: submission.process_id, state: 'to-write', submissionId: submission.id },
      { offset: 0, limit: 1 },
    )
    return { letters: records.map((record) => madeDetail(submission, record)), owed: rows[0] ?? null }
  },

  async fieldValues(input, call): Promise<LetterFieldValues | null> {
    const { reader } = call.database
    const setting = await letterSettingAt(reader, input.processId, call.ports.clock.now())
    const chosen = input.submissionId ?? (await proposalFor(call, input.processId, input.kind))
    if (chosen === undefined) return null
    const facts = await factsFor(reader, chosen, input.kind)
    if (facts === undefined) return null
    // A text of one reason is looked at as if the proposal had been refused for it.
    const told = input.reason === null ? facts : { ...facts, reasons: [input.reason] }
    return {
      submissionId: facts.submissionId,
      reference: facts.reference,
      title: facts.title,
      values: valuesOf(told, setting, '{article}'),
    }
  },

  async preview(input, call) {
    const letter = await finalLetter(call, input)
    return printLetters(
      {
        letters: [letter],
        author: letter.head.communeName,
        duplex: false,
        fonts: await readDocumentFonts(join(call.ports.paths.resources, 'fonts')),
      },
      {
        printer: call.ports.printer,
        temporaryFolder: call.ports.paths.temporary,
        signal: call.signal,
        progress: (step, done, total) => call.progress(step, done, total),
      },
    )
  },

  async saveDraft({ subject, body, channel, ...key }, call) {
    await call.change(letterTopics, async (change) => {
      const { submission, record, facts } = await findByKey(call, key)
      if (facts === undefined) throw new AppError('letter-made', { reference: submission.reference })
      const setting = await letterSettingAt(change.trx, submission.process_id, change.at)
      const composed = letterToMake(
        facts,
        record,
        setting,
        await currentHead(change.trx, setting.process, setting.settings),
      )
      const columns = {
        subject,
        body,
        channel,
        saved_by_name: change.person.name,
        saved_at: change.at,
      }
      if (record === undefined)
        await insertLetters(change.trx, [
          {
            id: newId(),
            process_id: submission.process_id,
            submission_id: submission.id,
            kind: facts.kind,
            event: facts.event,
            ...composed.template,
            appeal: '',
            head_id: null,
            recipient_name: '',
            recipient_address: '',
            recipient_email: '',
            written_on: null,
            file_name: null,
            produced_at: null,
            produced_by_name: null,
            sent_on: null,
            sent_by_name: null,
            ...columns,
          },
        ])
      else await updateLetterAt(change.trx, record.id, record.version, columns)
      change.record({
        ...about(submission),
        action: 'letter.save-draft',
        before: record === undefined ? undefined : { subject: record.subject, letterChannel: record.channel },
        after: { letterKind: facts.kind, subject, letterChannel: channel },
      })
    })
    return letterDetail(call, key)
  },

  async dropDraft(key, call) {
    await call.change(letterTopics, async (change) => {
      const { submission, record, facts } = await findByKey(call, key)
      if (facts === undefined) throw new AppError('letter-made', { reference: submission.reference })
      if (record === undefined) return
      await deleteLetters(change.trx, [record.id])
      change.record({
        ...about(submission),
        action: 'letter.drop-draft',
        before: { letterKind: facts.kind, subject: record.subject },
      })
    })
    return letterDetail(call, key)
  },

  saveContact: ({ submissionId, version, authorEmail, authorPhone, authorAddress }, call) =>
    call.change(letterTopics, async (change) => {
      const row = await getSubmission(change.trx, submissionId)
      const given = {
        author_email: emptyAsNull(authorEmail),
        author_phone: emptyAsNull(authorPhone),
        author_address: emptyAsNull(authorAddress),
      }
      const changed = (['author_email', 'author_phone', 'author_address'] as const).filter(
        (field) => (row[field] ?? null) !== given[field],
      )
      if (changed.length === 0 && row.version === version) return { version }
      await updateSubmissionAt(change.trx, row.id, version, given)
      change.record({
        ...about(row),
        action: 'submission.save-contact',
        // The journal is never emptied: it keeps that a contact changed, not what it was.
        after: { fields: changed.join(', ') },
      })
      return { version: version + 1 }
    }),
}

function emptyAsNull(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim()
}

/** The words and pages of a letter, made or still owed. */
async function finalLetter(call: DossierCall, key: LetterKey): Promise<FinalLetter> {
  const { reader } = call.database
  const { submission, record, facts } = await findByKey(call, key)
  const setting = await letterSettingAt(reader, submission.process_id, call.ports.clock.now())
  let letter: FinalLetter | undefined
  if (facts !== undefined)
    letter = letterToMake(
      facts,
      record,
      setting,
      await currentHead(reader, setting.process, setting.settings),
    ).final
  else if (record !== undefined)
    [letter] = await madeLetters(reader, [record], letterFormats(setting.process))
  if (letter === undefined) throw new AppError('letter-not-owed', { reference: submission.reference })
  return letter
}

/** A proposal to look at a text with: one that waits for such a letter, else any. */
async function proposalFor(
  call: DossierCall,
  processId: string,
  kind: LetterKind,
): Promise<string | undefined> {
  const { rows } = await listLetters(
    call.database,
    { processId, state: 'to-write', kinds: [kind] },
    { offset: 0, limit: 1 },
  )
  const [row] = rows
  if (row !== undefined) return row.submissionId
  return anyProposal(call.database.reader, processId)
}
