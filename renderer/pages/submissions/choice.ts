import { foldLigatures } from '../../../shared/domain/text/fold.ts'
/** One of the things that a key picks: a reason, a point to complete, a day. */
export interface Choice<Id extends string> {
  readonly id: Id
  /** Its letter while the choices are shown: their order never changes under one version of the rules. */
  readonly letter: string
  readonly label: string
  /** Said when it is pointed at. */
  readonly title?: string
  /** At the end of its line. */
  readonly detail?: string
  /** Possible, but not foreseen. */
  readonly unusual?: boolean
}

/** Gives each choice the letter of its place. */
export function lettered<Id extends string>(
  choices: readonly Omit<Choice<Id>, 'letter'>[],
): readonly Choice<Id>[] {
  return choices.map((choice, index) => ({ ...choice, letter: String.fromCharCode(97 + index) }))
}

/** Letters as a keyboard in a hurry types them: accents and case aside, apostrophes as spaces. */
function fold(text: string): string {
  return foldLigatures(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The choices that what was typed means: each of its words begins one of theirs. Those that begin with it come first. */
export function matchingChoices<Id extends string>(
  choices: readonly Choice<Id>[],
  typed: string,
): readonly Choice<Id>[] {
  const wanted = fold(typed)
  if (wanted === '') return choices
  const words = wanted.split(' ')
  const found = choices.filter(({ id, label }) => {
    const own = `${fold(label)} ${fold(id)}`.split(' ')
    return words.every((word) => own.some((other) => other.startsWith(word)))
  })
  const begins = (choice: Choice<Id>): number => (fold(choice.label).startsWith(wanted) ? 0 : 1)
  return found.toSorted((left, right) => begins(left) - begins(right))
}
