import { foldText } from '../text/folded-text.ts'
import { escapeHtml, unescapeHtml } from '../text/html-text.ts'

/** What stands where words were masked. A sign that every font has, and that says nothing of their length. */
export const mask = '[…]'

/** A found passage: indexes into the text, the end not included. */
export interface Hit {
  readonly start: number
  readonly end: number
}

/** What may stand between two words of a passage: spaces, or a sign or two (« Mme Durand », « Mme-Durand », « Mme. Durand »). */
const betweenWords = '(?:\\s+|\\s*[^\\p{L}\\p{N}\\s]{1,3}\\s*)'
/** What people write between the digits of one number. */
const betweenDigits = '[\\s./()-]*'

/**
 * Finds a passage whatever its case, its accents (as the search does) and what stands between its words, and only as
 * whole words: masking « Martin » leaves « Martinique » alone. A number is the same however it is cut into groups:
 * masking 06 12 34 56 78 also masks 0612345678 and +33 6 12 34 56 78. Works on folded text.
 */
function passageSource(passage: string): string {
  const folded = foldText(passage).text.trim()
  const words = folded.match(/[\p{L}\p{N}]+/gu)
  // Signs alone, or a smiley: as they stand.
  if (words === null) return literally(folded)
  const before = /^[^\p{L}\p{N}]*/u.exec(folded)?.[0] ?? ''
  const after = /[^\p{L}\p{N}]*$/u.exec(folded)?.[0] ?? ''
  const body = numberSource(words.join('')) ?? words.join(betweenWords)
  return `(?:${literally(before)})?(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])(?:${literally(after)})?`
}

/** A telephone number, an IBAN, a social security number or a licence plate in any grouping; undefined for words. */
function numberSource(compact: string): string | undefined {
  const phone = /^(?:0|(?:00)?330?)([1-9]\d{8})$/.exec(compact)?.[1]
  if (phone !== undefined)
    return `(?:\\+?(?:00)?33${betweenDigits}0?|0)${betweenDigits}${[...phone].join(betweenDigits)}`
  const plate = /^[a-z]{2}\d{3}[a-z]{2}$/
  const iban = /^[a-z]{2}\d{2}[a-z\d]{10,30}$/
  const socialSecurity = /^\d{6}[\dab]\d{6,8}$/
  const digits = compact.replace(/\D/g, '').length
  const number =
    /^\d{6,}$/.test(compact) ||
    plate.test(compact) ||
    socialSecurity.test(compact) ||
    (iban.test(compact) && digits * 2 > compact.length)
  return number ? [...compact].join(betweenDigits) : undefined
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

function passagePattern(passages: readonly string[]): RegExp | undefined {
  const sources = passages
    .filter((passage) => passage.trim() !== '')
    // The longest first: a name with its first name goes as a whole.
    .sort((left, right) => right.length - left.length)
    .map(passageSource)
    .filter((source) => source !== '')
  return sources.length === 0 ? undefined : new RegExp(sources.join('|'), 'gu')
}

/** Where the passages stand in a plain text, in its own indexes. */
function hitsIn(text: string, pattern: RegExp): readonly Hit[] {
  const folded = foldText(text)
  return [...folded.text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: folded.offsets[index] ?? 0,
    end: folded.offsets[index + found.length] ?? text.length,
  }))
}

/** A plain text with every occurrence of the passages masked. */
export function maskText(text: string, passages: readonly string[]): string {
  return maskRange(text, 0, findPassages(text, passages))
}

/** Where the passages stand in a plain text, in order, without overlap. */
export function findPassages(text: string, passages: readonly string[]): readonly Hit[] {
  const pattern = passagePattern(passages)
  return pattern === undefined ? [] : hitsIn(text, pattern)
}

/** How often the passages stand in a plain text. */
export function countPassages(text: string, passages: readonly string[]): number {
  return findPassages(text, passages).length
}

/**
 * Our own safe rich text with every occurrence of the passages masked, also across tags (`06 <strong>12</strong>`) and
 * in the address of a link, which then is no link any more.
 */
export function maskRichText(html: string, passages: readonly string[]): string {
  const pattern = passagePattern(passages)
  if (pattern === undefined) return html
  const tokens = richTokens(html)
  const hits = hitsIn(tokens.map(({ text }) => text).join(''), pattern)
  let position = 0
  let linkDropped = false
  return tokens
    .map(({ tag, source, text }) => {
      const start = position
      position += text.length
      // A piece of text without any hit stays as it is written.
      if (!tag) {
        const masked = maskRange(text, start, hits)
        return masked === text ? source : escapeHtml(masked)
      }
      if (source.startsWith('<a ')) {
        linkDropped = hitsIn(decoded(unescapeHtml(source)), pattern).length > 0
        return linkDropped ? '' : source
      }
      if (source === '</a>' && linkDropped) {
        linkDropped = false
        return ''
      }
      return source
    })
    .join('')
}

/** The plain text of our own rich text: a block or a line break ends a line. */
export function plainOfRichText(html: string): string {
  return richTokens(html)
    .map(({ text }) => text)
    .join('')
}

function richTokens(html: string): readonly { tag: boolean; source: string; text: string }[] {
  return (html.match(/<[^>]*>|[^<]+/g) ?? []).map((source) => {
    const tag = source.startsWith('<')
    const breaks = tag && /^<(?:br|\/(?:p|li|h[2-4]|ul|ol|blockquote|pre))>$/.test(source)
    return { tag, source, text: tag ? (breaks ? '\n' : '') : unescapeHtml(source) }
  })
}

/** A web address as a reader sees it, `%C3%A9` as é; one that is no address stays. */
function decoded(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}

/** The part of a text outside the hits, with one mask where each of them begins. */
function maskRange(text: string, offset: number, hits: readonly Hit[]): string {
  const end = offset + text.length
  let output = ''
  let from = offset
  for (const hit of hits) {
    if (hit.end <= from || hit.start >= end) continue
    output += text.slice(from - offset, Math.max(hit.start, from) - offset)
    if (hit.start >= from) output += mask
    from = Math.min(hit.end, end)
  }
  return output + text.slice(from - offset)
}
