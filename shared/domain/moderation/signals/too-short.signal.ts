import type { Signal } from './signal.ts'

/** Words under which a text can hardly be studied (R14: precise and localised). */
const fewest = 12

/** A text of a few words. */
export const tooShortSignal = {
  id: 'too-short',
  evidence({ bodyText }) {
    const words = bodyText.match(/[\p{L}\p{N}’'-]+/gu) ?? []
    return words.length < fewest ? [words.join(' ')] : []
  },
} as const satisfies Signal
