import type { Stage } from '../domain/lifecycle/stage.ts'
import type { AdmissibilityChecklist } from '../domain/moderation/admissibility-checklist.ts'
import type { RefusalReason } from '../domain/moderation/refusal-reason.ts'
import type { OpenProposalState } from '../domain/moderation/second-opinion.ts'
import type { SignalId } from '../domain/moderation/signals/signal-id.ts'
import type { Verdict } from '../domain/moderation/verdict.ts'
import type { Cents } from '../domain/money/cents.ts'

export const channels = ['online', 'paper', 'meeting', 'phone'] as const
export type Channel = (typeof channels)[number]

/** One line of the queue. */
export interface SubmissionRow {
  readonly id: string
  readonly number: number
  readonly reference: string
  readonly title: string
  readonly excerpt: string
  readonly authorName: string | null
  readonly channel: Channel
  readonly stage: Stage
  readonly themeId: string | null
  readonly districtId: string | null
  readonly assigneeId: string | null
  readonly submittedAt: string
  /** Since when it stands at its stage. */
  readonly stageChangedAt: string
  readonly supportsCount: number
  readonly commentsCount: number
  readonly notesCount: number
  /** A decision was proposed and waits for a second officer, or the two disagree. */
  readonly review: OpenProposalState | null
  /** Local day by which the proposer's reply to a completion request is wanted. */
  readonly replyByOn: string | null
  /** What an officer should look at; dismissed signals are not among them. */
  readonly signals: readonly SignalId[]
  readonly version: number
}

/** A page of the queue. `total` counts everything that matches, beyond the page. */
export interface SubmissionPage {
  readonly rows: readonly SubmissionRow[]
  readonly total: number
}

/** How many submissions match per value of each filter, the other filters applied. */
export interface SubmissionFacets {
  readonly stages: readonly { readonly value: Stage; readonly count: number }[]
  readonly themes: readonly { readonly value: string | null; readonly count: number }[]
  readonly districts: readonly { readonly value: string | null; readonly count: number }[]
  readonly channels: readonly { readonly value: Channel; readonly count: number }[]
  readonly assignees: readonly { readonly value: string | null; readonly count: number }[]
}

export interface DecisionRecord {
  readonly id: string
  readonly verdict: Verdict | 'study' | 'visa' | 'ballot' | 'result'
  readonly fromStage: Stage
  readonly toStage: Stage
  readonly reasons: readonly RefusalReason[]
  readonly rationale: string
  readonly redirectedTo: string | null
  readonly checklist: AdmissibilityChecklist
  readonly rulebookNumber: number
  readonly decidedByName: string
  /** The second officer, where the démarche asked for two. */
  readonly secondedByName: string | null
  readonly decidedAt: string
  readonly undoneAt: string | null
  /** Local day by which a completion request wants its reply. */
  readonly replyByOn: string | null
}

export interface NoteRecord {
  readonly id: string
  readonly authorName: string
  readonly text: string
  readonly writtenAt: string
}

export interface CommentRecord {
  readonly id: string
  readonly authorName: string | null
  readonly body: string
  readonly alignment: -1 | 0 | 1
  readonly depth: number
  readonly createdAt: string | null
}

/** A page of the comments of a démarche. `submissionReference` is absent where the proposal is not in the dossier. */
export interface CommentPage {
  readonly rows: readonly (CommentRecord & { readonly submissionReference: string | null })[]
  readonly total: number
}

export interface AttachmentRecord {
  readonly id: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  readonly alternativeText: string
  readonly credit: string
  /** Parts of the picture were blurred. */
  readonly blurred: boolean
}

export interface LinkedSubmission {
  readonly id: string
  readonly number: number
  readonly reference: string
  readonly title: string
  readonly authorName: string | null
  readonly stage: Stage
}

/** Everything that the detail pane shows of one submission. `body` is safe rich text (HTML). */
export interface SubmissionDetail extends SubmissionRow {
  readonly processId: string
  readonly body: string
  readonly bodyText: string
  readonly authorEmail: string | null
  readonly authorPhone: string | null
  /** Postal address of the proposer, its lines as they stand on an envelope; `address` is the place of the project. */
  readonly authorAddress: string | null
  readonly address: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly declaredCost: Cents | null
  readonly url: string | null
  readonly externalId: string | null
  readonly platformState: string | null
  readonly extra: Readonly<Record<string, string>>
  readonly checklist: AdmissibilityChecklist
  readonly mergedInto: LinkedSubmission | null
  readonly mergedFrom: readonly LinkedSubmission[]
  readonly decisions: readonly DecisionRecord[]
  readonly notes: readonly NoteRecord[]
  readonly comments: readonly CommentRecord[]
  readonly attachments: readonly AttachmentRecord[]
  readonly studyId: string | null
  readonly projectId: string | null
}

/** A filter that somebody gave a name. Shared ones (`ownerId` null) are seen by everybody. */
export interface SavedView {
  readonly id: string
  readonly name: string
  readonly ownerId: string | null
  /** Serialised query of the page, as the page wrote it. */
  readonly query: string
  readonly position: number
  readonly version: number
}
