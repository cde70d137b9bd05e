export const questionKinds = ['short', 'long', 'choice'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** One question that a démarche asks on its form beside the usual ones. */
export interface FormQuestion {
  readonly id: string
  readonly label: string
  /** A few words under the question; may be empty. */
  readonly help: string
  readonly kind: QuestionKind
  /** What one may answer, for a `choice`. */
  readonly choices: readonly string[]
  readonly required: boolean
}

/** Answers as the proposal keeps them: by the words of the question as it was asked, without the empty ones. */
export function answersByLabel(
  questions: readonly FormQuestion[],
  answers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    questions.flatMap(({ id, label }) => {
      const answer = answers[id]?.trim() ?? ''
      return answer === '' ? [] : [[label, answer]]
    }),
  )
}

/** Answers by question, read back from what the proposal keeps. */
export function answersById(
  questions: readonly FormQuestion[],
  kept: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    questions.flatMap(({ id, label }) => (kept[label] === undefined ? [] : [[id, kept[label]]])),
  )
}

/** Required questions that were left empty. */
export function unanswered(
  questions: readonly FormQuestion[],
  answers: Readonly<Record<string, string>>,
): readonly FormQuestion[] {
  return questions.filter(({ id, required }) => required && (answers[id]?.trim() ?? '') === '')
}
