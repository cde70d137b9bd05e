import type { StudyDetail } from '../../../shared/read-models/study.ts'
import { ConcludedStudy } from './concluded-study.tsx'
import { ConclusionForm } from './conclusion-form.tsx'
import type { ConclusionChoice } from './use-conclusion-choice.ts'

interface ConclusionTabProps {
  readonly study: StudyDetail
  readonly locked: boolean
  readonly blockedBy: string | undefined
  readonly choice: ConclusionChoice
}

/** The end of a study: the form while it is open, what was concluded afterwards. */
export function ConclusionTab({ study, locked, blockedBy, choice }: ConclusionTabProps) {
  return study.conclusion === null ? (
    <ConclusionForm study={study} locked={locked} blockedBy={blockedBy} choice={choice} />
  ) : (
    <ConcludedStudy study={study} conclusion={study.conclusion} blockedBy={blockedBy} />
  )
}
