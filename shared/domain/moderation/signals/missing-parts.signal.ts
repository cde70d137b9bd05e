import type { Signal } from './signal.ts'

/** Parts that the démarche requires and that are not there (R3). Its words are codes of `requirableParts`. */
export const missingPartsSignal = {
  id: 'missing-parts',
  evidence: ({ absentParts, settings }) =>
    settings.requiredParts.filter((part) => absentParts.includes(part)),
} as const satisfies Signal
