import { matches, type Signal } from './signal.ts'

/** Letters from which words in capitals count as shouted; shorter ones are acronyms or names of norms. */
const least = 10

/** Three words in capitals or more, one after another. */
const capitals =
  /(?<![\p{L}\p{N}@#])\p{Lu}[\p{Lu}'’.-]*(?:[ \u00a0,]+[\p{Lu}'’.-]+){2,}(?:[ \u00a0\u202f]?[!?]+)?(?![\p{L}\p{N}])/gu
/** A mark repeated three times or more, with the word before it. */
const marks = /[\p{L}\p{N}’'-]*[ \u00a0\u202f]?(?:[!?][ \u00a0\u202f]?){2,}[!?]/gu
/** A whole sentence in capitals, be it of one or two long words. */
const sentence = /(?<=^|[.!?]\s|\n)[^\p{Ll}@#]*\p{Lu}{4,}[^\p{Ll}@#]*?(?:[.!?]|$)/gmu

function letters(words: string): number {
  return words.match(/\p{L}/gu)?.length ?? 0
}

/** Words in capitals that go on, and marks repeated three times or more. */
export const shoutingSignal = {
  id: 'shouting',
  evidence(subject) {
    const shouted = [...matches(subject, sentence), ...matches(subject, capitals)].filter(
      (words) => letters(words) >= least,
    )
    const whole = shouted.filter(
      (words, index) =>
        !shouted.some((other, at) => at !== index && other.includes(words) && other !== words),
    )
    return [...new Set([...whole, ...matches(subject, marks)])]
  },
} as const satisfies Signal
