import type { Signal } from './signal.ts'

/** Nearly the same text as another proposal. Its words are the references of those. */
export const copySignal = {
  id: 'copy',
  evidence: ({ nearlySame }) => nearlySame,
} as const satisfies Signal
