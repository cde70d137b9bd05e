import type { ReactNode } from 'react'
import type { SubmissionDetail, SubmissionRow } from '../../../shared/read-models/submission.ts'
import { StageBadge } from '../../components/stage-badge.tsx'
import { DueMark, useDeadlineRule } from '../../components/team/due-mark.tsx'
import { decisionSections } from './decision-sections.ts'
import classes from './desk.module.css'
import type { DeskSectionProps } from './desk-section.ts'
import { DeskSections } from './desk-sections.tsx'

interface DecisionPaneProps extends Omit<DeskSectionProps, 'detail'> {
  readonly currentId: string | null
  readonly line: SubmissionRow | undefined
  /** The last submission that was read; another one, while the current is on its way. */
  readonly detail: SubmissionDetail | undefined
  /** The decision keys, or the decision that is being written. */
  readonly children: ReactNode
  /** While a decision is written it has the pane for itself. */
  readonly writing: boolean
}

/** The right pane: where the proposal stands, the decisions with their keys, then what one checks to decide. */
export function DecisionPane({ currentId, line, detail, children, writing, ...desk }: DecisionPaneProps) {
  const deadlines = useDeadlineRule()
  const shown = detail?.id === currentId ? detail : line
  return (
    <div className={classes.decision}>
      {writing ? (
        children
      ) : (
        <div className={classes.decisionBody}>
          {shown !== undefined && (
            <div className={classes.decisionHead}>
              <h2 className={classes.decisionTitle}>{shown.reference}</h2>
              <DueMark submission={shown} rule={deadlines} />
              <StageBadge stage={shown.stage} />
            </div>
          )}
          {children}
          {currentId !== null && (
            <DeskSections sections={decisionSections} currentId={currentId} detail={detail} {...desk} />
          )}
        </div>
      )}
    </div>
  )
}
