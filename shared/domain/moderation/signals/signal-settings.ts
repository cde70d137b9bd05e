/** Parts of a proposal that a démarche may require. */
export const requirableParts = ['place', 'theme', 'district', 'contact', 'cost'] as const
export type RequirablePart = (typeof requirableParts)[number]

/** How a démarche tunes its signals. */
export interface SignalSettings {
  /** Ids of signals that this démarche does not want. */
  readonly off: readonly string[]
  /** Words under which a text is too short to be studied. */
  readonly fewestWords: number
  /** Proposals that one person may deposit (R15). */
  readonly mostPerAuthor: number
  /** Words or expressions that ring as insults here. */
  readonly addedWords: readonly string[]
  /** Words that never ring here, whatever the signal: the name of a street, of a club. */
  readonly ignoredWords: readonly string[]
  /** Other communes, whose name in a text is worth a look. */
  readonly otherCommunes: readonly string[]
  readonly requiredParts: readonly RequirablePart[]
}

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
