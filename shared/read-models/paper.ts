import type { Cents } from '../domain/money/cents.ts'
import type { EventKind } from '../domain/paper/event-kind.ts'
import type { FormQuestion } from '../domain/paper/form-question.ts'
import type { ControlTotals, FormState } from '../domain/paper/form-register.ts'
import type { Channel } from './submission.ts'

/** One line of the list of batches. */
export interface PaperBatch {
  readonly id: string
  readonly processId: string
  /** `SJB-A7-3`: printed on every form of the batch. */
  readonly code: string
  readonly eventKind: EventKind
  /** The meeting's title where the batch belongs to one, else what was typed. */
  readonly eventName: string
  readonly meetingId: string | null
  /** Local day. */
  readonly heldOn: string | null
  readonly place: string
  readonly collectedBy: string
  readonly channel: Channel
  readonly totals: ControlTotals
  /** Forms given out; null while nobody counted. */
  readonly handedOut: number | null
  readonly closedAt: string | null
  readonly closedByName: string | null
  readonly version: number
}

/** A scan kept with a batch, or with one of its forms. */
export interface PaperScan {
  readonly id: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  /** Null: of the whole batch. */
  readonly formNumber: number | null
}

/** A form of which something is known. */
export interface PaperForm {
  readonly number: number
  readonly state: FormState
  readonly submissionId: string | null
  readonly reference: string | null
  readonly title: string | null
  /** Why it was set aside. */
  readonly reason: string
  readonly recordedByName: string
  readonly recordedAt: string
  readonly receiptAt: string | null
}

export interface PaperBatchDetail extends PaperBatch {
  readonly missing: readonly number[]
  /** By number. */
  readonly forms: readonly PaperForm[]
  /** Empty for whoever may not read what was masked: a scan shows it. */
  readonly scans: readonly PaperScan[]
}

/** What somebody typed of a form, as the entry page edits it. */
export interface TypedForm {
  readonly submissionId: string
  readonly reference: string
  readonly batchId: string | null
  readonly formNumber: number | null
  readonly title: string
  readonly body: string
  readonly authorName: string | null
  readonly authorEmail: string | null
  readonly authorPhone: string | null
  readonly authorAddress: string | null
  readonly channel: Channel
  readonly themeId: string | null
  readonly districtId: string | null
  readonly address: string | null
  readonly submittedAt: string
  readonly declaredCost: Cents | null
  /** By question. */
  readonly answers: Readonly<Record<string, string>>
  readonly version: number
}

/** One line of what was typed last. */
export interface EnteredForm {
  readonly submissionId: string
  readonly number: number
  readonly reference: string
  readonly title: string
  readonly formNumber: number | null
  readonly enteredAt: string
  readonly receiptAt: string | null
}

/** What the entry page shows beside the form. */
export interface EnteredForms {
  /** The newest first. */
  readonly rows: readonly EnteredForm[]
  readonly total: number
  readonly withoutReceipt: number
}

/** The form that somebody was typing when the window went away. */
export interface PaperDraft {
  /** As the page wrote it. */
  readonly value: string
  readonly savedAt: string
}

/** Where a proposal came from, on paper. */
export interface PaperOrigin {
  readonly batchId: string
  readonly code: string
  readonly eventName: string
  readonly heldOn: string | null
  readonly formNumber: number
  readonly receiptAt: string | null
  readonly scan: PaperScan | null
}

/** The questions of a démarche, with the version of the démarche that a save must name. */
export interface FormQuestions {
  readonly questions: readonly FormQuestion[]
  readonly version: number
}
