import { fold } from '../text/fold.ts'
import type { MeetingKind } from './meeting-kind.ts'

/** Words of French titles that tell a kind, the more telling first. */
const words: readonly (readonly [MeetingKind, RegExp])[] = [
  ['launch', /\blancement\b/],
  ['stand', /\bstand\b|\bmarche (?:du|de la place|hebdomadaire)\b|\bau marche\b/],
  ['workshop', /\bateliers?\b/],
  ['drop-in', /\bpermanences?\b|\bcafe\b/],
  ['walk', /\bbalades?\b|\bdeambulation\b|\bmarche exploratoire\b|^marche\b|\bvisites?\b/],
  ['public-meeting', /\breunions?\b|\bpresentation\b|\bassemblee\b|\bforum\b|\bplenieres?\b/],
]

/** The kind that a title tells, as exports give none; null when it tells nothing. An officer may change it. */
export function guessMeetingKind(title: string): MeetingKind | null {
  const folded = fold(title)
  return words.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
}
