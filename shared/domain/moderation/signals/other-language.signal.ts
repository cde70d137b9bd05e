import type { Signal } from './signal.ts'

/** A text in another language than French. Its word is the code of the language. */
export const otherLanguageSignal = {
  id: 'other-language',
  evidence: ({ language }) => (language === null || language === 'fr' ? [] : [language]),
} as const satisfies Signal
