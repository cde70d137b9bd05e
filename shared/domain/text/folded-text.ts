/** A text folded for comparison, and where each of its characters stands in the original. */
export interface FoldedText {
  readonly text: string
  /** Index in the original of each folded character; one more at the end, the original's length. */
  readonly offsets: readonly number[]
}

/** Characters that show nothing: soft hyphens and spaces without width, which pasted texts bring along. */
const invisible = /^[\u00ad\u200b-\u200d\u2060\ufeff]$/u

const folds: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '‐': '-',
  '‑': '-',
}

/**
 * Folds a text as the search does: lower case, no accents whether composed or not, ligatures opened, one apostrophe,
 * one hyphen, one kind of space. What is found in it can be cut out of the original by its offsets.
 */
export function foldText(original: string): FoldedText {
  let text = ''
  const offsets: number[] = []
  let index = 0
  for (const character of original) {
    const folded = invisible.test(character) ? '' : foldCharacter(character)
    for (let unit = 0; unit < folded.length; unit++) offsets.push(index)
    text += folded
    index += character.length
  }
  offsets.push(original.length)
  return { text, offsets }
}

function foldCharacter(character: string): string {
  // Most characters are plain ASCII: nothing to decompose.
  if (character <= '\u007f') return character.toLowerCase()
  if (/\s/u.test(character)) return ' '
  const lower = character
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
  return folds[lower] ?? lower
}
