import type { Signal } from './signal.ts'

/** Letters from which a sentence counts as shouted; shorter ones are acronyms. */
const least = 12

/** Whole sentences in capitals. */
export const shoutingSignal = {
  id: 'shouting',
  evidence: ({ title, bodyText }) =>
    [title, ...bodyText.split(/(?<=[.!?])\s+|\n+/)]
      .map((sentence) => sentence.trim())
      .filter((sentence) => {
        const letters = sentence.match(/\p{L}/gu) ?? []
        return letters.length >= least && letters.every((letter) => letter === letter.toLocaleUpperCase('fr'))
      }),
} as const satisfies Signal
