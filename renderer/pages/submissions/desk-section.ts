import type { ReactNode, RefObject } from 'react'
import type { SubmissionDetail } from '../../../shared/read-models/submission.ts'

/** What every section of the desk is given. What it needs besides it reads itself, by the id of the submission. */
export interface DeskSectionProps {
  readonly detail: SubmissionDetail
  /** The element that holds the citizen's words: what is selected in it can be masked. */
  readonly words: RefObject<HTMLElement | null>
  onOpen(submissionId: string): void
  /** Opens a member of a group at the decision that parts it. */
  onSplit(submissionId: string): void
}

/** A part of the middle or of the right pane. It begins anew with each submission; with nothing to say it is `null`. */
export interface DeskSection {
  readonly id: string
  readonly Section: (props: DeskSectionProps) => ReactNode
}
