import { findPersonalData } from '../personal-data/find-personal-data.ts'
import { type Signal, wholeText } from './signal.ts'

/** Ways to reach, to pay or to identify somebody, which must not be printed. */
export const personalDataSignal = {
  id: 'personal-data',
  evidence: (subject) => [
    ...new Set(findPersonalData(wholeText(subject)).map(({ passage }) => passage.trim())),
  ],
} as const satisfies Signal
