import type { MultiPolygonCoordinates } from '../../../read-models/process.ts'
import { foldInPlace } from '../text-folding.ts'
import type { SignalId } from './signal-id.ts'
import { defaultSignalSettings, type RequirablePart, type SignalSettings } from './signal-settings.ts'

/** What a signal looks at. Texts are plain; coordinates are WGS84 degrees. */
export interface SignalSubject {
  readonly title: string
  readonly bodyText: string
  readonly address: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  /** Answers to the other questions of the form, by question. */
  readonly extra: Readonly<Record<string, string>>
  /** Polygons of the démarche's districts; empty while none was imported. */
  readonly territory: readonly MultiPolygonCoordinates[]
  /** The commune of the démarche; `inseeCode` may be empty. */
  readonly commune: { readonly name: string; readonly inseeCode: string }
  /** Parts that are not there. */
  readonly absentParts: readonly RequirablePart[]
  /** References of what the same author deposited before, in order. */
  readonly earlierByAuthor: readonly string[]
  /** References of proposals whose text is nearly the same. */
  readonly nearlySame: readonly string[]
  /** ISO 639-1 code of the language, null while it cannot be told. */
  readonly language: string | null
  readonly settings: SignalSettings
}

/** A subject of which only the words are known. */
export function wordsOnly(title: string, bodyText: string): SignalSubject {
  return {
    title,
    bodyText,
    address: null,
    latitude: null,
    longitude: null,
    extra: {},
    territory: [],
    commune: { name: '', inseeCode: '' },
    absentParts: [],
    earlierByAuthor: [],
    nearlySame: [],
    language: null,
    settings: defaultSignalSettings,
  }
}

/**
 * Something an officer should look at, never a verdict. `evidence`: the very words that raised it, in their order;
 * empty when nothing did. The name of a signal and its explanation are messages, under `signals.<id>`.
 */
export interface Signal {
  readonly id: SignalId
  evidence(subject: SignalSubject): readonly string[]
}

/** A signal that was raised, as pages show it. `words` may be empty for a signal that words do not explain. */
export interface RaisedSignal {
  readonly id: SignalId
  readonly words: readonly string[]
}

/** Title and text in one. */
export function wholeText({ title, bodyText }: Pick<SignalSubject, 'title' | 'bodyText'>): string {
  return `${title}\n${bodyText}`
}

/** Every match of a pattern in title and text, each spelling once. */
export function matches(subject: SignalSubject, pattern: RegExp): readonly string[] {
  return [...new Set([...wholeText(subject).matchAll(pattern)].map((match) => match[0].trim()))]
}

/** Folded texts by subject: several signals look at each, one after another. */
const foldedTexts = new WeakMap<SignalSubject, string>()

function foldedTextOf(subject: SignalSubject): string {
  const known = foldedTexts.get(subject)
  if (known !== undefined) return known
  const folded = foldInPlace(wholeText(subject))
  foldedTexts.set(subject, folded)
  return folded
}

/** The same, the pattern being written without capitals and accents; the words come back as they were written. */
export function foldedMatches(subject: SignalSubject, pattern: RegExp): readonly string[] {
  const text = wholeText(subject)
  const found = [...foldedTextOf(subject).matchAll(pattern)].map((match) =>
    text.slice(match.index, match.index + match[0].length).trim(),
  )
  return [...new Set(found)]
}
