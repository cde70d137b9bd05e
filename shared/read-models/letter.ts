import type { LetterValues } from '../domain/letters/letter-fields.ts'
import type { LetterChannel, LetterKind } from '../domain/letters/letter-kind.ts'
import type { RefusalReason } from '../domain/moderation/refusal-reason.ts'

/** Where a letter stands: owed, drafted and still owed, made but not sent, sent. */
export const letterStates = ['to-write', 'to-send', 'sent'] as const
export type LetterState = (typeof letterStates)[number]

/** How a démarche writes. */
export interface LetterSettings {
  readonly service: string
  /** Lines of the sender's address, upper left. */
  readonly sender: string
  /** Where letters are dated from: « Roubaix, le … ». */
  readonly place: string
  /** First line above the names that sign. */
  readonly signature: string
  /** Days that a proposer has to answer. */
  readonly replyDays: number
  /** Refusals end with the ways of appeal. */
  readonly appealNotice: boolean
  readonly appeal: string
  /** Six months before an election: no name of an elected person, no colour (code électoral, art. L.52-1). */
  readonly electoralRestraint: boolean
  readonly version: number
}

/** One version of a text. `number` 0: the text that Parvis brings. */
export interface LetterTemplateVersion {
  readonly kind: LetterKind
  readonly reason: RefusalReason | null
  readonly number: number
  readonly subject: string
  readonly body: string
  readonly savedByName: string | null
  readonly savedAt: string | null
}

/** The text in force of a kind or of a reason; `own`: the reason has a text of its own. */
export interface LetterTemplate extends LetterTemplateVersion {
  readonly own: boolean
}

/** The letterhead of a letter, frozen with it. */
export interface LetterHead {
  readonly communeName: string
  readonly service: string
  readonly sender: readonly string[]
  readonly place: string
  readonly signature: readonly string[]
  readonly accentColor: string
  readonly logo: string | null
}

/** A line of the list: a letter that is owed, or one that was made. */
export interface LetterRow {
  /** Null while nothing of it was saved. */
  readonly letterId: string | null
  readonly submissionId: string
  readonly number: number
  readonly reference: string
  readonly title: string
  readonly authorName: string | null
  readonly kind: LetterKind
  readonly event: string
  /** How it goes, or how it would go; null when nobody knows how to reach the proposer. */
  readonly channel: LetterChannel | null
  readonly channels: readonly LetterChannel[]
  /** The text was changed for this proposal. */
  readonly drafted: boolean
  readonly decidedAt: string
  readonly producedAt: string | null
  readonly producedByName: string | null
  readonly sentOn: string | null
  readonly sentByName: string | null
}

export interface LetterPage {
  readonly rows: readonly LetterRow[]
  readonly total: number
}

/** How many letters wait, by what one can filter. */
export interface LetterCounts {
  readonly toWrite: number
  readonly toSend: number
  readonly sent: number
  /** Of the state looked at. */
  readonly byKind: Readonly<Partial<Record<LetterKind, number>>>
  /** Of the state and kind looked at. */
  readonly byChannel: Readonly<Record<LetterChannel | 'none', number>>
}

/** One letter in full: as it was made, or as it would be now. */
export interface LetterDetail extends LetterRow {
  readonly recipientName: string
  readonly recipientAddress: string
  readonly recipientEmail: string
  readonly subject: string
  readonly body: string
  readonly appeal: string
  readonly templateNumber: number
  readonly templateReason: RefusalReason | null
  readonly writtenOn: string | null
  readonly fileName: string | null
  /** Names between braces that remain in the text. */
  readonly unknown: readonly string[]
  readonly version: number | null
  /** Version of the proposal, for its contact. */
  readonly submissionVersion: number
  readonly authorEmail: string | null
  readonly authorPhone: string | null
  readonly authorAddress: string | null
}

/** What the fields say of one proposal: for the preview of a text that is being written. */
export interface LetterFieldValues {
  readonly submissionId: string
  readonly reference: string
  readonly title: string
  readonly values: LetterValues
}

/** What was written to the proposer of one proposal, the newest first, and what still is to be. */
export interface LettersOfSubmission {
  readonly letters: readonly LetterDetail[]
  readonly owed: LetterRow | null
}

/** What a mail merge wrote. */
export interface LetterBatch {
  readonly folder: string
  /** The one file to open: everything to print, or the answers for the platform; null for drafts of e-mails. */
  readonly path: string | null
  readonly letters: number
  readonly pages: number | null
  /** Left out: no address, no e-mail, or not on the platform. */
  readonly unreachable: readonly string[]
}
