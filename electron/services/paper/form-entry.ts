import { z } from 'zod'
import type { paperContract } from '../../../shared/contract/paper.contract.ts'
import { cents } from '../../../shared/domain/money/cents.ts'
import {
  answersById,
  answersByLabel,
  type FormQuestion,
  unanswered,
} from '../../../shared/domain/paper/form-question.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { EnteredForm } from '../../../shared/read-models/paper.ts'
import type { Channel } from '../../../shared/read-models/submission.ts'
import { readJson } from '../../data/json-column.ts'
import { listQuestions } from '../../data/paper/form-question.repository.ts'
import { findFormOf, getBatch, insertEnteredForm } from '../../data/paper/paper-batch.repository.ts'
import { deleteDraft, findDraft, putDraft } from '../../data/paper/paper-draft.repository.ts'
import { listEntered } from '../../data/read-models/paper-batch.query.ts'
import { passagesOf } from '../../data/redactions/redaction.repository.ts'
import {
  getSubmission,
  type SubmissionRecord,
  updateSubmissionAt,
} from '../../data/submissions/submission.repository.ts'
import { plainToRichText } from '../../imports/rich-text/sanitize-rich-text.ts'
import type { Change, DossierCall, Service } from '../call.ts'
import { enterDeposit } from '../submissions/enter-deposit.ts'
import { about } from '../submissions/on-submission.ts'
import { aboutBatch, expectFree, expectOpen, paperTopics } from './on-batch.ts'

const extraSchema = z.record(z.string(), z.string())
const draftOfCorrection = z.object({ submissionId: z.uuid() })

/** Refuses `answer-missing` where a question must be answered. */
function checkedAnswers(
  questions: readonly FormQuestion[],
  answers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const [missing] = unanswered(questions, answers)
  if (missing !== undefined)
    throw new AppError('answer-missing', { question: missing.label, questionId: missing.id })
  return answersByLabel(questions, answers)
}

/** Whether what was typed may still be corrected: nothing decided, nothing masked, typed here. */
async function isCorrectable(change: Change, row: SubmissionRecord): Promise<boolean> {
  if (row.stage !== 'submitted' || row.source !== 'parvis') return false
  return (await passagesOf(change.trx, [row.id])).get(row.id) === undefined
}

/** One line of what was typed, as it is now. */
async function enteredForm(call: DossierCall, submissionId: string): Promise<EnteredForm> {
  const { reader } = call.database
  const row = await getSubmission(reader, submissionId)
  const form = await findFormOf(reader, submissionId)
  const receipt = await reader
    .selectFrom('receipt')
    .select('made_at')
    .where('submission_id', '=', submissionId)
    .executeTakeFirst()
  return {
    submissionId,
    number: row.number,
    reference: row.reference,
    title: row.title,
    formNumber: form?.number ?? null,
    enteredAt: row.created_at,
    receiptAt: receipt?.made_at ?? null,
  }
}

/** Typing forms: entry, correction of the last ones, the draft that survives everything. */
export const paperEntry: Pick<
  Service<typeof paperContract>,
  'enter' | 'correct' | 'typed' | 'entered' | 'draft' | 'saveDraft'
> = {
  async enter({ batchId, formNumber, answers, ...deposit }, call) {
    const submissionId = await call.change(paperTopics, async (change) => {
      const batch = batchId === null ? undefined : await getBatch(change.trx, batchId)
      if (batch !== undefined) {
        if (batch.process_id !== deposit.processId) throw new AppError('not-found', { object: 'batch' })
        expectOpen(batch)
        if (formNumber === null) throw new AppError('form-number-missing', { code: batch.code })
        await expectFree(change, batch, [formNumber])
      }
      const questions = await listQuestions(change.trx, deposit.processId)
      const entered = await enterDeposit(change, call.database.dialect, {
        ...deposit,
        meetingId: batch?.meeting_id ?? null,
        extra: checkedAnswers(questions, answers),
      })
      if (batch !== undefined && formNumber !== null) {
        await insertEnteredForm(change.trx, {
          batchId: batch.id,
          number: formNumber,
          submissionId: entered.id,
          byName: change.person.name,
          at: change.at,
        })
        change.record({
          ...aboutBatch(batch),
          action: 'paper.enter',
          after: { forms: String(formNumber), reference: entered.reference },
        })
      }
      await deleteDraft(change.trx, deposit.processId, change.person.id)
      return entered.id
    })
    return enteredForm(call, submissionId)
  },

  async correct({ submissionId, version, answers, ...typed }, call) {
    await call.change(paperTopics, async (change) => {
      const row = await getSubmission(change.trx, submissionId)
      if (!(await isCorrectable(change, row)))
        throw new AppError('form-decided', { reference: row.reference })
      const questions = await listQuestions(change.trx, row.process_id)
      const before = readJson(extraSchema, row.extra)
      const asked = new Set(questions.map(({ label }) => label))
      const extra = {
        ...Object.fromEntries(Object.entries(before).filter(([label]) => !asked.has(label))),
        ...checkedAnswers(questions, answers),
      }
      const columns = {
        title: typed.title,
        body: plainToRichText(typed.body),
        body_text: typed.body.trim(),
        author_name: typed.authorName,
        channel: typed.channel,
        theme_id: typed.themeId,
        district_id: typed.districtId,
        address: typed.address,
        latitude: typed.latitude ?? row.latitude,
        longitude: typed.longitude ?? row.longitude,
        submitted_at:
          typed.submittedAt === undefined ? row.submitted_at : new Date(typed.submittedAt).toISOString(),
        declared_cost_cents: typed.declaredCost,
        extra: JSON.stringify(extra),
      }
      const contact = {
        author_email: typed.authorEmail,
        author_phone: typed.authorPhone,
        author_address: typed.authorAddress,
      }
      await updateSubmissionAt(change.trx, row.id, version, { ...columns, ...contact })
      await call.database.dialect.reindexSubmissions(change.trx, [row.id])
      // The rich twin of the text is made from it again, so that the journal holds every word once.
      const changed = Object.keys(columns).filter(
        (name) =>
          name !== 'body' && columns[name as keyof typeof columns] !== row[name as keyof typeof columns],
      )
      const part = (values: object): object =>
        Object.fromEntries(Object.entries(values).filter(([name]) => changed.includes(name)))
      if (changed.length > 0)
        change.record({
          ...about(row),
          objectLabel: `${row.reference} ${typed.title}`,
          action: 'submission.correct',
          before: part(row),
          after: part(columns),
        })
      // Addresses and telephones stay out of the journal, which nothing can ever be taken out of.
      const contacts = Object.entries(contact).filter(
        ([name, value]) => row[name as keyof typeof contact] !== value,
      )
      if (contacts.length > 0) change.record({ ...about(row), action: 'submission.correct-contact' })
      await deleteDraft(change.trx, row.process_id, change.person.id)
    })
    return enteredForm(call, submissionId)
  },

  async typed(input, call) {
    const { reader } = call.database
    const row = await getSubmission(reader, input.submissionId)
    const form = await findFormOf(reader, row.id)
    return {
      submissionId: row.id,
      reference: row.reference,
      batchId: form?.batchId ?? null,
      formNumber: form?.number ?? null,
      title: row.title,
      body: row.body_text,
      authorName: row.author_name,
      authorEmail: row.author_email,
      authorPhone: row.author_phone,
      authorAddress: row.author_address,
      channel: row.channel as Channel,
      themeId: row.theme_id,
      districtId: row.district_id,
      address: row.address,
      submittedAt: row.submitted_at,
      declaredCost: row.declared_cost_cents === null ? null : cents(row.declared_cost_cents),
      answers: answersById(await listQuestions(reader, row.process_id), readJson(extraSchema, row.extra)),
      version: row.version,
    }
  },

  entered: (input, call) => listEntered(call.database.reader, input.processId, input.batchId, input.limit),

  async draft(input, call) {
    const { reader } = call.database
    const draft = await findDraft(reader, input.processId, call.actor().id)
    if (draft === undefined) return null
    // A correction that waits must not bring back words that somebody has masked meanwhile.
    const correction = draftOfCorrection.safeParse(JSON.parse(draft.value))
    const submissionId = correction.data?.submissionId
    if (submissionId === undefined) return draft
    const masked = (await passagesOf(reader, [submissionId])).get(submissionId) !== undefined
    return masked ? null : draft
  },

  async saveDraft(input, call) {
    await call.change([], async (change) => {
      const personId = change.person.id
      if (input.value === null) await deleteDraft(change.trx, input.processId, personId)
      else
        await putDraft(change.trx, {
          processId: input.processId,
          personId,
          value: input.value,
          savedAt: change.at,
        })
    })
    return null
  },
}
