import { escapeHtml, unescapeHtml } from '../text/html-text.ts'

/** What stands where words were masked. A sign that every font has, and that says nothing of their length. */
export const mask = '[…]'

/**
 * Finds a passage whatever its case and the spaces between its words, and only as whole words: masking « Martin »
 * leaves « Martinique » alone.
 */
function passagePattern(passages: readonly string[]): RegExp | undefined {
  const sources = passages
    .map((passage) => passage.trim())
    .filter((passage) => passage !== '')
    // The longest first: a name with its first name goes as a whole.
    .sort((left, right) => right.length - left.length)
    .map((passage) => {
      const words = passage.split(/\s+/u).map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
      const start = /^[\p{L}\p{N}]/u.test(passage) ? '(?<![\\p{L}\\p{N}])' : ''
      const end = /[\p{L}\p{N}]$/u.test(passage) ? '(?![\\p{L}\\p{N}])' : ''
      return `${start}${words.join('\\s+')}${end}`
    })
  return sources.length === 0 ? undefined : new RegExp(sources.join('|'), 'giu')
}

/** A plain text with every occurrence of the passages masked. */
export function maskText(text: string, passages: readonly string[]): string {
  const pattern = passagePattern(passages)
  return pattern === undefined ? text : text.replace(pattern, mask)
}

/** How often the passages stand in a plain text. */
export function countPassages(text: string, passages: readonly string[]): number {
  const pattern = passagePattern(passages)
  return pattern === undefined ? 0 : [...text.matchAll(pattern)].length
}

/**
 * Our own safe rich text with every occurrence of the passages masked, also across tags (`06 <strong>12</strong>`) and
 * in the address of a link, which then is no link any more.
 */
export function maskRichText(html: string, passages: readonly string[]): string {
  const pattern = passagePattern(passages)
  if (pattern === undefined) return html
  const tokens = (html.match(/<[^>]*>|[^<]+/g) ?? []).map((source) => {
    const tag = source.startsWith('<')
    const breaks = tag && /^<(?:br|\/(?:p|li|h3|h4|ul|ol|blockquote))>$/.test(source)
    return { tag, source, text: tag ? (breaks ? '\n' : '') : unescapeHtml(source) }
  })
  const flat = tokens.map(({ text }) => text).join('')
  const hits = [...flat.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  let position = 0
  let linkDropped = false
  return tokens
    .map(({ tag, source, text }) => {
      const start = position
      position += text.length
      if (!tag) return escapeHtml(maskRange(text, start, hits))
      if (source.startsWith('<a ')) {
        linkDropped = unescapeHtml(source).search(pattern) >= 0
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

/** The part of a text outside the hits, with one mask where each of them begins. */
function maskRange(text: string, offset: number, hits: readonly { start: number; end: number }[]): string {
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
