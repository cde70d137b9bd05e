import type { ReactNode } from 'react'
import type { SubmissionDetail } from '../../../shared/read-models/submission.ts'
import { StageBadge } from '../../components/stage-badge.tsx'
import { decisionSections } from './decision-sections.ts'
import classes from './desk.module.css'
import type { DeskSectionProps } from './desk-section.ts'
import { DeskSections } from './desk-sections.tsx'

interface DecisionPaneProps extends Omit<DeskSectionProps, 'detail'> {
  readonly detail: SubmissionDetail | undefined
  /** The decision keys, or the decision that is being written. */
  readonly children: ReactNode
  /** While a decision is written it has the pane for itself. */
  readonly writing: boolean
}

/** The right pane: where the proposal stands, the decisions with their keys, then what one checks to decide. */
export function DecisionPane({ detail, children, writing, ...desk }: DecisionPaneProps) {
  return (
    <div className={classes.decision}>
      {writing ? (
        children
      ) : (
        <div className={classes.decisionBody}>
          {detail !== undefined && (
            <div className={classes.decisionHead}>
              <strong>{detail.reference}</strong>
              <StageBadge stage={detail.stage} />
            </div>
          )}
          {children}
          {detail !== undefined && <DeskSections sections={decisionSections} detail={detail} {...desk} />}
        </div>
      )}
    </div>
  )
}
