import { z } from 'zod'
import { eventKinds } from '../domain/paper/event-kind.ts'
import { questionKinds } from '../domain/paper/form-question.ts'
import { setAsideStates } from '../domain/paper/form-register.ts'
import type {
  EnteredForm,
  EnteredForms,
  FormQuestions,
  PaperBatch,
  PaperBatchDetail,
  PaperDraft,
  PaperOrigin,
  TypedForm,
} from '../read-models/paper.ts'
import { method, output } from './define-contract.ts'
import { filePath, id, localDay, shortText, version } from './inputs.ts'
import type { WrittenFile } from './reports.contract.ts'
import { submissionsContract } from './submissions.contract.ts'

/** Forms of one batch: more than anybody carries to a market. */
export const mostForms = 2_000

const formNumber = z.number().int().min(1).max(mostForms)
const language = z.enum(['fr', 'en']).default('fr')
const channel = z.enum(['paper', 'meeting', 'phone'])

const batchFields = {
  eventKind: z.enum(eventKinds),
  eventName: shortText,
  meetingId: id.nullable(),
  heldOn: localDay.nullable(),
  place: shortText,
  collectedBy: shortText,
  channel,
  formCount: z.number().int().min(1).max(mostForms),
  handedOut: z.number().int().min(0).max(mostForms).nullable(),
}

const typed = submissionsContract.create.input.omit({ meetingId: true }).extend({
  channel,
  /** By question of the démarche. */
  answers: z.record(id, z.string().max(20_000)).default({}),
})

interface PrintedBytes {
  readonly bytes: Uint8Array
  readonly pages: number
}

/** Proposals on paper: batches of numbered forms, their entry, the proof that none is missing, receipts. */
export const paperContract = {
  batches: method({
    input: z.object({ processId: id }),
    output: output<readonly PaperBatch[]>(),
    permission: 'read',
    writes: false,
  }),
  batch: method({
    input: z.object({ batchId: id }),
    output: output<PaperBatchDetail>(),
    permission: 'read',
    writes: false,
  }),
  createBatch: method({
    input: z.object({ processId: id, ...batchFields }),
    output: output<PaperBatchDetail>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Refuses `batch-closed`, and `batch-range-too-short` below the highest number of which something is known. */
  updateBatch: method({
    input: z.object({ batchId: id, version, ...batchFields }),
    output: output<PaperBatchDetail>(),
    permission: 'moderate',
    writes: true,
  }),
  /**
   * Enters one form. Refuses `form-number-taken`, `form-number-out-of-range`, `form-number-missing`, `batch-closed`,
   * `answer-missing`. The draft of whoever enters it goes in the same transaction.
   */
  enter: method({
    input: typed.extend({ batchId: id.nullable(), formNumber: formNumber.nullable() }),
    output: output<EnteredForm>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Corrects what was mistyped, while nothing was decided and nothing is masked (`form-decided`). */
  correct: method({
    input: typed.omit({ processId: true }).extend({ submissionId: id, version }),
    output: output<EnteredForm>(),
    permission: 'moderate',
    writes: true,
  }),
  /** A proposal as it was typed, to correct it. */
  typed: method({
    input: z.object({ submissionId: id }),
    output: output<TypedForm>(),
    permission: 'moderate',
    writes: false,
  }),
  /** What was typed last in a batch, or outside of any (null). */
  entered: method({
    input: z.object({
      processId: id,
      batchId: id.nullable(),
      limit: z.number().int().min(1).max(200).default(30),
    }),
    output: output<EnteredForms>(),
    permission: 'read',
    writes: false,
  }),
  /** Puts proposals that are in the dossier already (typed in a spreadsheet, then imported) under their form numbers. */
  linkForms: method({
    input: z.object({
      batchId: id,
      forms: z
        .array(z.object({ number: formNumber, submissionId: id }))
        .min(1)
        .max(mostForms),
    }),
    output: output<PaperBatchDetail>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Says what became of missing forms; with a reason. Refuses `form-number-taken`, `batch-closed`. */
  setAside: method({
    input: z.object({
      batchId: id,
      numbers: z.array(formNumber).min(1).max(mostForms),
      state: z.enum(setAsideStates),
      reason: shortText.min(1),
    }),
    output: output<PaperBatchDetail>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Takes that back: the numbers are missing again. */
  takeBack: method({
    input: z.object({ batchId: id, numbers: z.array(formNumber).min(1).max(mostForms) }),
    output: output<PaperBatchDetail>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Refuses `batch-has-missing`. */
  close: method({
    input: z.object({ batchId: id, version }),
    output: output<PaperBatchDetail>(),
    permission: 'moderate',
    writes: true,
  }),
  reopen: method({
    input: z.object({ batchId: id, version, reason: shortText.min(1) }),
    output: output<PaperBatchDetail>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Keeps a PDF, JPEG or PNG with the batch or with one form. Refuses `scan-unknown`, `attachment-too-large`. */
  addScan: method({
    input: z.object({ batchId: id, formNumber: formNumber.nullable(), path: filePath }),
    output: output<PaperBatchDetail>(),
    permission: 'moderate',
    writes: true,
  }),
  removeScan: method({
    input: z.object({ scanId: id, reason: shortText.min(1) }),
    output: output<PaperBatchDetail>(),
    permission: 'moderate',
    writes: true,
  }),
  /** A scan shows everything that was written, masked since or not. */
  scan: method({
    input: z.object({ scanId: id }),
    output: output<{ readonly mediaType: string; readonly bytes: Uint8Array }>(),
    permission: 'read-sealed',
    writes: false,
  }),
  /** What the person was typing, if anything. */
  draft: method({
    input: z.object({ processId: id }),
    output: output<PaperDraft | null>(),
    permission: 'moderate',
    writes: false,
  }),
  /** Keeps what is being typed; null forgets it. Not an act: it leaves no line in the journal. */
  saveDraft: method({
    input: z.object({ processId: id, value: z.string().max(300_000).nullable() }),
    output: output<null>(),
    permission: 'moderate',
    writes: true,
  }),
  questions: method({
    input: z.object({ processId: id }),
    output: output<FormQuestions>(),
    permission: 'read',
    writes: false,
  }),
  saveQuestions: method({
    input: z.object({
      processId: id,
      version,
      questions: z
        .array(
          z.object({
            id: id.optional(),
            label: shortText.min(1),
            help: shortText,
            kind: z.enum(questionKinds),
            choices: z.array(shortText.min(1)).max(30),
            required: z.boolean(),
          }),
        )
        .max(30),
    }),
    output: output<FormQuestions>(),
    permission: 'configure-process',
    writes: true,
  }),
  /** The batch and form of a proposal; null when it came another way. */
  origin: method({
    input: z.object({ submissionId: id }),
    output: output<PaperOrigin | null>(),
    permission: 'read',
    writes: false,
  }),
  /** The blank form, one copy, for the preview. */
  previewForms: method({
    input: z.object({ batchId: id, language }),
    output: output<PrintedBytes>(),
    permission: 'moderate',
    writes: false,
  }),
  /** The numbered forms from `first` to `last` in one PDF. */
  writeForms: method({
    input: z.object({ batchId: id, first: formNumber, last: formNumber, path: filePath, language }),
    output: output<WrittenFile>(),
    permission: 'moderate',
    writes: false,
  }),
  /** The batch slip with its control totals. */
  writeSlip: method({
    input: z.object({ batchId: id, path: filePath, language }),
    output: output<WrittenFile>(),
    permission: 'moderate',
    writes: false,
  }),
  /** Receipts in one PDF, and the mark that they were made. */
  writeReceipts: method({
    input: z.object({ submissionIds: z.array(id).min(1).max(mostForms), path: filePath, language }),
    output: output<WrittenFile>(),
    permission: 'moderate',
    writes: true,
  }),
  /** The same, handed to the system's PDF reader, from where it is printed. */
  openReceipts: method({
    input: z.object({ submissionIds: z.array(id).min(1).max(200), language }),
    output: output<null>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Forms of a batch (or entries outside of any) that have no receipt yet. */
  withoutReceipt: method({
    input: z.object({ processId: id, batchId: id.nullable() }),
    output: output<readonly string[]>(),
    permission: 'read',
    writes: false,
  }),
} as const
