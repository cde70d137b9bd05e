import { Parser } from 'htmlparser2'
import { escapeHtml, unescapeHtml } from '../../../shared/domain/text/html-text.ts'

/** Tags that survive; everything else goes, its text stays. */
const kept: Readonly<Record<string, string>> = {
  p: 'p',
  div: 'p',
  br: 'br',
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  u: 'u',
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  h1: 'h3',
  h2: 'h3',
  h3: 'h3',
  h4: 'h4',
  h5: 'h4',
  h6: 'h4',
  blockquote: 'blockquote',
  a: 'a',
}
/** Tags whose text goes with them. */
const dropped = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'embed',
  'template',
  'noscript',
  'svg',
  'math',
  'head',
  'title',
  'textarea',
  'select',
])
const voidTags = new Set(['br'])

function safeHref(href: string | undefined): string | undefined {
  if (href === undefined) return undefined
  const trimmed = href.replace(/[\p{Cc}\s]/gu, '')
  return /^(https?:\/\/|mailto:)/i.test(trimmed) ? trimmed : undefined
}

/**
 * Reduces HTML to safe rich text: paragraphs, lists, headings, emphasis, quotations and links to the web or to an
 * address. Nothing that could run, load or style survives; texts do. Linear in its input.
 */
export function sanitizeRichText(html: string): string {
  if (!/[<&]/.test(html)) return html === '' ? '' : escapeHtml(html)
  const output: string[] = []
  const open: string[] = []
  let ignoring = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (dropped.has(name)) ignoring++
        if (ignoring > 0) return
        const tag = kept[name]
        if (tag === undefined) return
        if (tag === 'p' && open.at(-1) === 'p') {
          output.push('</p>')
          open.pop()
        }
        if (tag === 'a') {
          const href = safeHref(attributes.href)
          if (href === undefined) return
          output.push(`<a href="${escapeHtml(href)}">`)
        } else output.push(`<${tag}>`)
        if (!voidTags.has(tag)) open.push(tag)
      },
      ontext(text) {
        // `gid://` tokens are Decidim's internal links: meaningless elsewhere.
        if (ignoring === 0) output.push(escapeHtml(text.replace(/gid:\/\/\S+/g, '')))
      },
      onclosetag(name) {
        if (dropped.has(name)) {
          ignoring = Math.max(0, ignoring - 1)
          return
        }
        const tag = kept[name]
        if (ignoring > 0 || tag === undefined || voidTags.has(tag)) return
        const index = open.lastIndexOf(tag)
        if (index < 0) return
        while (open.length > index) output.push(`</${open.pop() ?? tag}>`)
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.write(html)
  parser.end()
  while (open.length > 0) output.push(`</${open.pop() ?? 'p'}>`)
  return output.join('').replaceAll('<p></p>', '')
}

/** Plain text as rich text: paragraphs on blank lines, line breaks kept, everything escaped. */
export function plainToRichText(text: string): string {
  const normal = text.replace(/\r\n?/g, '\n').trim()
  if (normal === '') return ''
  return normal
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('')
}

const blockEnd = /<\/(p|li|h3|h4|blockquote|ul|ol)>|<br>/g

/** The words of our own safe rich text, one paragraph or list item a line. */
export function richTextToPlain(rich: string): string {
  return unescapeHtml(rich.replace(blockEnd, '\n').replace(/<[^>]*>/g, ''))
    .replace(/[ \t\u00a0]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
