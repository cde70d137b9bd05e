import { literalPattern } from '../text-folding.ts'
import { inContext, insults } from './insult-lexicon.ts'
import { foldedMatches, type Signal } from './signal.ts'

/** Signs that stand for a letter when somebody writes an insult so as not to be seen. */
const disguises: Readonly<Record<string, string>> = {
  a: '[a4@*]',
  e: '[e3€*]',
  i: '[i1!*]',
  o: '[o0*]',
  u: '[uv*]',
  s: '[s5$]',
}

/** A word of the lexicon with its disguises, its endings as they are. The first letter is always itself. */
function disguised(entry: string): string {
  const at = entry.indexOf('(?:')
  const stem = at < 0 ? entry.replace(/s\?$|es\?$|\?$/, '') : entry.slice(0, at)
  return `${stem.slice(0, 1)}${[...stem.slice(1)].map((letter) => disguises[letter] ?? letter).join('')}${entry.slice(stem.length)}`
}

/** A hyphen makes another word of it: « pique-nique ». */
const before = '(?<![\\p{L}\\p{N}@-])'
const after = '(?![\\p{L}\\p{N}]|-\\p{L})'

function patternOf(entries: readonly string[]): RegExp {
  return new RegExp(`${before}(?:${entries.join('|')})${after}`, 'gu')
}

const known = patternOf([...inContext, ...insults.map(disguised)])

/** Insults and vulgar words, whole: the « con » of « contre » or « concours » does not ring. */
export const insultsSignal = {
  id: 'insults',
  evidence(subject) {
    const added = subject.settings.addedWords.map(literalPattern).filter((word) => word !== '')
    return [
      ...new Set([
        ...foldedMatches(subject, known),
        ...(added.length === 0 ? [] : foldedMatches(subject, patternOf(added))),
      ]),
    ]
  },
} as const satisfies Signal
