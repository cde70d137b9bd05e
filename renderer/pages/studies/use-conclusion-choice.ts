import type { Conclusion } from '../../../shared/domain/feasibility/study-axes.ts'
import { useKept } from '../../navigation/use-kept.ts'

/** The conclusion that somebody is about to record, kept while the study is looked at. */
export interface ConclusionChoice {
  readonly chosen: Conclusion | null
  choose(conclusion: Conclusion | null): void
}

/** The choice for one study. */
export function useConclusionChoice(studyId: string | null): ConclusionChoice {
  const [chosen, choose] = useKept<Conclusion | null>(`conclusion of ${studyId}`, null)
  return { chosen, choose }
}
