import { linksSignal } from './links.signal.ts'
import { outsideTerritorySignal } from './outside-territory.signal.ts'
import { personalDataSignal } from './personal-data.signal.ts'
import { shoutingSignal } from './shouting.signal.ts'
import type { RaisedSignal, Signal, SignalSubject } from './signal.ts'
import { tooShortSignal } from './too-short.signal.ts'

/**
 * The signals, in the order in which an officer reads them. To add one: a file `<name>.signal.ts` here, its line in
 * this list, its name and explanation under `signals.<id>` in both languages.
 */
export const signals = [
  personalDataSignal,
  outsideTerritorySignal,
  tooShortSignal,
  shoutingSignal,
  linksSignal,
] as const satisfies readonly Signal[]

/** The signals that a submission raises, each with the words that raised it. */
export function raisedSignals(subject: SignalSubject): readonly RaisedSignal[] {
  return signals.flatMap((signal) => {
    const words = signal.evidence(subject)
    return words.length === 0 ? [] : [{ id: signal.id, words }]
  })
}
