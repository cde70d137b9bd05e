import { matches, type Signal } from './signal.ts'

/** Addresses of web pages: a source, or an advertisement. */
export const linksSignal = {
  id: 'links',
  evidence: (subject) => matches(subject, /(?:https?:\/\/|www\.)[^\s<>"»]*[^\s<>"».,;:!?)]/gi),
} as const satisfies Signal
