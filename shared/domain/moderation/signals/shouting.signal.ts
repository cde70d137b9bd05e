import type { Signal } from './signal.ts'

/** Letters from which a sentence counts as shouted; shorter ones are acronyms. */
const least = 12

function isShouted(sentence: string): boolean {
  const letters = sentence.match(/\p{L}/gu) ?? []
  return letters.length >= least && letters.every((letter) => letter === letter.toLocaleUpperCase('fr'))
}

/** Whole sentences in capitals, and marks repeated three times or more with the word before them. */
export const shoutingSignal = {
  id: 'shouting',
  evidence({ title, bodyText }) {
    const sentences = [title, ...bodyText.split(/(?<=[.!?])\s+|\n+/)].map((sentence) => sentence.trim())
    const shouted = sentences.filter(isShouted)
    const repeated = sentences
      .filter((sentence) => !isShouted(sentence))
      .flatMap(
        (sentence) =>
          sentence.match(/[\p{L}\p{N}’'-]*[ \u00a0\u202f]?(?:[!?][ \u00a0\u202f]?){2,}[!?]/gu) ?? [],
      )
    return [...new Set([...shouted, ...repeated.map((words) => words.trim())])]
  },
} as const satisfies Signal
