import type { Signal } from './signal.ts'

/** A text of a few words, which can hardly be studied (R14: precise and localised). */
export const tooShortSignal = {
  id: 'too-short',
  evidence({ bodyText, settings }) {
    const words = bodyText.replace(/(?:https?:\/\/|www\.)\S+/gi, ' ').match(/[\p{L}\p{N}’'-]+/gu) ?? []
    return words.length < settings.fewestWords ? [words.join(' ')] : []
  },
} as const satisfies Signal
