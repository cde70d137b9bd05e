/** The fifteen questions of admissibility (domain reference §2.4). */
export const admissibilityCriteria = [
  'R1',
  'R2',
  'R3',
  'R4',
  'R5',
  'R6',
  'R7',
  'R8',
  'R9',
  'R10',
  'R11',
  'R12',
  'R13',
  'R14',
  'R15',
] as const
export type AdmissibilityCriterion = (typeof admissibilityCriteria)[number]

export const checklistAnswers = ['yes', 'no', 'to-clarify'] as const
export type ChecklistAnswer = (typeof checklistAnswers)[number]

export interface ChecklistItem {
  readonly answer: ChecklistAnswer
  readonly comment?: string | undefined
}
export type AdmissibilityChecklist = Readonly<Partial<Record<AdmissibilityCriterion, ChecklistItem>>>

/**
 * The verdict that the answers suggest; a person decides. One "no" makes it inadmissible, one "to clarify"
 * asks for completion, a full row of "yes" is admissible, anything less says nothing.
 */
export function suggestedVerdict(
  checklist: AdmissibilityChecklist,
): 'admissible' | 'inadmissible' | 'incomplete' | undefined {
  const answers = admissibilityCriteria.map((criterion) => checklist[criterion]?.answer)
  if (answers.includes('no')) return 'inadmissible'
  if (answers.includes('to-clarify')) return 'incomplete'
  if (answers.every((answer) => answer === 'yes')) return 'admissible'
  return undefined
}
