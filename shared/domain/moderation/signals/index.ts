import { foldInPlace } from '../text-folding.ts'
import { advertisingSignal } from './advertising.signal.ts'
import { copySignal } from './copy.signal.ts'
import { insultsSignal } from './insults.signal.ts'
import { linksSignal } from './links.signal.ts'
import { minorSignal } from './minor.signal.ts'
import { missingPartsSignal } from './missing-parts.signal.ts'
import { otherLanguageSignal } from './other-language.signal.ts'
import { outsideTerritorySignal } from './outside-territory.signal.ts'
import { personalDataSignal } from './personal-data.signal.ts'
import { sameAuthorSignal } from './same-author.signal.ts'
import { shoutingSignal } from './shouting.signal.ts'
import type { RaisedSignal, Signal, SignalSubject } from './signal.ts'
import { codedSignalIds } from './signal-id.ts'
import { tooShortSignal } from './too-short.signal.ts'

/**
 * The signals. To add one: its name in `signal-id.ts`, a file `<name>.signal.ts` here, its line in this list, its name
 * and explanation under `signals.<id>` in both languages. A change of what raises a signal moves
 * `signalRules` on, so that dossiers are looked at again.
 */
export const signals = [
  personalDataSignal,
  insultsSignal,
  minorSignal,
  outsideTerritorySignal,
  copySignal,
  sameAuthorSignal,
  missingPartsSignal,
  tooShortSignal,
  otherLanguageSignal,
  advertisingSignal,
  linksSignal,
  shoutingSignal,
] as const satisfies readonly Signal[]

/** Version of the rules that raise signals. */
export const signalRules = 1

/** The signals that a submission raises, each with the words that raised it. */
export function raisedSignals(subject: SignalSubject): readonly RaisedSignal[] {
  const ignored = new Set(subject.settings.ignoredWords.map((word) => foldInPlace(word.trim())))
  return signals.flatMap((signal) => {
    if (subject.settings.off.includes(signal.id)) return []
    const found = signal.evidence(subject)
    const words =
      ignored.size === 0 || codedSignalIds.includes(signal.id)
        ? found
        : found.filter((word) => !ignored.has(foldInPlace(word)))
    return words.length === 0 ? [] : [{ id: signal.id, words }]
  })
}
