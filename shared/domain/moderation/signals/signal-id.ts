/**
 * Names of the signals, in the order in which an officer reads them. Apart from the detectors, so that the window
 * knows the names without their lexicons.
 */
export const signalIds = [
  'personal-data',
  'insults',
  'minor',
  'outside-territory',
  'copy',
  'same-author',
  'missing-parts',
  'too-short',
  'other-language',
  'advertising',
  'links',
  'shouting',
] as const
export type SignalId = (typeof signalIds)[number]

/** Signals whose words are codes or references, not words of the text. */
export const codedSignalIds: readonly SignalId[] = ['missing-parts', 'same-author', 'other-language', 'copy']

/** Signals that a deposit raises by itself; the others come from comparing it with the rest of the dossier. */
export const ownSignalIds = signalIds.filter((id) => id !== 'same-author' && id !== 'copy')

/** What a list is narrowed to: a signal that stands, or any. */
export const signalFilters = ['any', ...signalIds] as const
export type SignalFilter = (typeof signalFilters)[number]

/** The signal of a stored name; undefined for one that this version does not know. */
export function readSignalId(value: string): SignalId | undefined {
  return signalIds.find((id) => id === value)
}
