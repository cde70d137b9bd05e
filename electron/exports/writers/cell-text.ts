/** The longest text that an Excel cell holds, in UTF-16 units. */
export const longestCellText = 32_767

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unwelcome = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
const unwelcomeEverywhere = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu

/** Removes what no spreadsheet may hold (control characters, lone surrogates) and ends lines by LF alone. */
export function cleanText(text: string): string {
  if (!unwelcome.test(text)) return text
  return text.replace(/\r\n?/g, '\n').replace(unwelcomeEverywhere, '')
}

/** True for a text that a spreadsheet could run: `=`, `+`, `-`, `@` (also full-width), after blanks or not, or a leading tab or line break. */
export function looksLikeFormula(text: string): boolean {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text)
}

/** Cuts a text to `length` UTF-16 units, the mark included, without splitting a character. */
export function cutText(text: string, mark: string, length: number = longestCellText): string {
  if (text.length <= length) return text
  return text.slice(0, Math.max(0, length - mark.length)).replace(/\p{Surrogate}$/u, '') + mark
}

/**
 * Excel reads `_x0041_` inside a text as the character of that code: the underscore that opens such a sequence
 * is itself escaped, so that the text shows as it was written (ECMA-376, ST_Xstring).
 */
export function escapeCodePoints(text: string): string {
  return text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text
}
