import { z } from 'zod'
import type { ProcessKind } from '../../processes/process-kind.ts'
import { signalIds } from './signal-id.ts'

/** Parts of a proposal that a démarche may require. `contact`: an e-mail, a telephone or a postal address. */
export const requirableParts = ['place', 'theme', 'district', 'contact', 'cost'] as const
export type RequirablePart = (typeof requirableParts)[number]

const words = z.array(z.string().trim().min(2).max(100)).max(500).readonly()

/** How a démarche tunes its signals. */
export const signalSettings = z.object({
  /** Signals that this démarche does not want. */
  off: z.array(z.enum(signalIds)).max(signalIds.length).readonly(),
  /** Words under which a text is too short to be studied. */
  fewestWords: z.number().int().min(1).max(500),
  /** Proposals that one person may deposit (R15). */
  mostPerAuthor: z.number().int().min(1).max(1_000),
  /** Words or expressions that ring as insults here. */
  addedWords: words,
  /** Words that never ring here, whatever the signal: the name of a street, of a club. */
  ignoredWords: words,
  /** Other communes, whose name in a text is worth a look. */
  otherCommunes: words,
  requiredParts: z.array(z.enum(requirableParts)).max(requirableParts.length).readonly(),
})
export type SignalSettings = Readonly<z.output<typeof signalSettings>>

/** What a new démarche begins with. */
export const defaultSignalSettings: SignalSettings = {
  off: [],
  fewestWords: 12,
  mostPerAuthor: 3,
  addedWords: [],
  ignoredWords: [],
  otherCommunes: [],
  requiredParts: [],
}

/** The same by kind: a budget is spent somewhere; a consultation may be about nothing that stands on the map. */
export function initialSettings(kind: ProcessKind): SignalSettings {
  return kind === 'participatory-budget'
    ? { ...defaultSignalSettings, requiredParts: ['place'] }
    : defaultSignalSettings
}
