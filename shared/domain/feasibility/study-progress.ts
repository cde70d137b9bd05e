import type { StudyRow } from '../../read-models/study.ts'
import { type Stage, stageGroups } from '../lifecycle/stage.ts'
import type { Conclusion } from './study-axes.ts'

/** How far the study of a proposal is, in the order of its life. */
export const studyProgresses = [
  'not-started',
  'under-way',
  'feasible',
  'feasible-with-conditions',
  'infeasible',
  'in-project',
  'closed',
] as const
export type StudyProgress = (typeof studyProgresses)[number]

const open: readonly Stage[] = stageGroups.toStudy
const inProject: readonly Stage[] = ['awaiting-visa', ...stageGroups.onBallot]

/** How far the study of this proposal is; `closed` for proposals merged or withdrawn on the way. */
export function studyProgress(row: {
  readonly stage: Stage
  readonly studyId: string | null
  readonly conclusion: Conclusion | null
}): StudyProgress {
  if (inProject.includes(row.stage)) return 'in-project'
  if (open.includes(row.stage)) return row.studyId === null ? 'not-started' : 'under-way'
  if (row.stage === 'feasible') return row.conclusion ?? 'feasible'
  return row.stage === 'infeasible' ? 'infeasible' : 'closed'
}

/** Whether the study still has to be done. */
export function isToStudy(row: Pick<StudyRow, 'stage'>): boolean {
  return open.includes(row.stage)
}

/** Past its date and not concluded: what the home page counts as late. `today` is a local day. */
export function isStudyLate(row: Pick<StudyRow, 'stage' | 'dueOn' | 'conclusion'>, today: string): boolean {
  return row.dueOn !== null && row.dueOn < today && row.conclusion === null && isToStudy(row)
}

/** Whether the study waits for this department: it leads the study, or its opinion was asked and not given. */
export function waitsFor(
  row: Pick<StudyRow, 'stage' | 'leadDepartment' | 'awaited'>,
  department: string,
): boolean {
  return isToStudy(row) && (row.leadDepartment === department || row.awaited.includes(department))
}

/** Whether the department has a part in the study, whatever its state. */
export function takesPart(row: Pick<StudyRow, 'leadDepartment' | 'consulted'>, department: string): boolean {
  return row.leadDepartment === department || row.consulted.includes(department)
}
