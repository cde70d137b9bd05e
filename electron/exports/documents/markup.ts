import { escapeHtml as escapePlainHtml } from '../../../shared/domain/text/html-text.ts'

/** HTML that is safe to print. Made only by `html`, `joinMarkup`, `trustedMarkup` and the rich-text filter. */
export class Markup {
  // A private member makes the type nominal: a plain object or string never passes for markup.
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  get text(): string {
    return this.#text
  }
}

type Interpolated = Markup | readonly Markup[] | string | number | null | undefined | false

/** Declares text to be markup. For constants of our own and for output of the filters only, never for citizens' text. */
export function trustedMarkup(text: string): Markup {
  return new Markup(text)
}

export const emptyMarkup = trustedMarkup('')

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g

/** The text without control characters and lone surrogates, which HTML and PDF cannot hold. */
export function printableText(text: string): string {
  return text.toWellFormed().replace(unprintable, '')
}

/** Escapes text for an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return escapePlainHtml(printableText(text))
}

/** A quoted CSS string that ends neither the string nor the style element, whatever the text. */
export function cssString(text: string): string {
  const escaped = printableText(text).replace(
    /[^\p{L}\p{N} .,:·—’]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0x20).toString(16)} `,
  )
  return `"${escaped}"`
}

/** Template tag: every interpolated text is escaped, markup is taken as it is, `null`, `undefined` and `false` print nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Interpolated[]): Markup {
  let text = parts[0] ?? ''
  values.forEach((value, index) => {
    text += interpolate(value) + (parts[index + 1] ?? '')
  })
  return trustedMarkup(text)
}

/** Puts pieces of markup one after the other. */
export function joinMarkup(pieces: Iterable<Markup>): Markup {
  let text = ''
  for (const piece of pieces) text += piece.text
  return trustedMarkup(text)
}

function interpolate(value: Interpolated): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return escapeHtml(value)
  if (value instanceof Markup) return value.text
  return joinMarkup(value).text
}
