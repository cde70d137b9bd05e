import { Parser } from 'htmlparser2'
import { escapeHtml, html, type Markup, trustedMarkup } from './markup.ts'

/** Tags that printed rich text may keep. Everything else loses its tag and keeps its text. */
export const richTextTags = ['p', 'br', 'strong', 'em', 'ul', 'ol', 'li', 'blockquote', 'a'] as const

const renamed: Readonly<Record<string, string>> = {
  p: 'p',
  div: 'p',
  br: 'br',
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  blockquote: 'blockquote',
  a: 'a',
  // A heading inside a citizen's text would break the order of the document's own headings and bookmarks.
  h1: 'p',
  h2: 'p',
  h3: 'p',
  h4: 'p',
  h5: 'p',
  h6: 'p',
}
const silenced: readonly string[] = [
  'script',
  'style',
  'iframe',
  'object',
  'template',
  'noscript',
  'title',
  'svg',
  'math',
]
const blocks: readonly string[] = ['p', 'ul', 'ol', 'li', 'blockquote']
/** Deeper nesting says nothing to a reader and slows the layout down without limit. */
const deepestNesting = 12

/**
 * Printable rich text from stored HTML, which is filtered again here: the document never relies on an earlier filter.
 * Plain text keeps its paragraphs and line ends. Links keep http, https and mailto targets.
 */
export function richText(source: string): Markup {
  if (!/<[a-z/!]/i.test(source)) return plainParagraphs(source)
  const open: { readonly name: string; readonly emitted: string | null }[] = []
  let output = ''
  let silent = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (silenced.includes(name)) silent += 1
        const tag = renamed[name]
        const kept = tag !== undefined && silent === 0 && open.length < deepestNesting
        if (tag === 'br' && kept) output += '<br>'
        const emitted = kept && tag !== 'br' ? tag : null
        open.push({ name, emitted })
        if (emitted === null) return
        output += openingTag(emitted, attributes.href)
      },
      ontext(text) {
        if (silent === 0) output += escapeHtml(text)
      },
      onclosetag(name) {
        if (silenced.includes(name)) silent = Math.max(0, silent - 1)
        const last = open.pop()
        if (last?.emitted) output += `</${last.emitted}>`
      },
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: false },
  )
  parser.end(source)
  const withoutEmpty = output.replace(/<p dir="auto">(?:\s|<br>|\u00a0)*<\/p>/g, '')
  return trustedMarkup(
    /^\s*<(p|ul|ol|blockquote)\b/.test(withoutEmpty) ? withoutEmpty : `<div dir="auto">${withoutEmpty}</div>`,
  )
}

/** Length in characters of what a reader sees, to choose a layout. */
export function visibleLength(source: string): number {
  return richText(source).text.replace(/<[^>]*>/g, '').length
}

function openingTag(tag: string, href: string | undefined): string {
  if (tag === 'a') return isSafeLink(href) ? `<a href="${escapeHtml(href)}">` : '<a>'
  return blocks.includes(tag) ? `<${tag} dir="auto">` : `<${tag}>`
}

function isSafeLink(href: string | undefined): href is string {
  return href !== undefined && /^(https?:\/\/|mailto:)[^\s]+$/i.test(href.trim())
}

function plainParagraphs(source: string): Markup {
  const paragraphs = source
    .split(/\r?\n[ \t]*\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
  const pieces = paragraphs.map((paragraph) => {
    const lines = paragraph.split(/\r?\n/).map((line) => escapeHtml(line.trim()))
    return trustedMarkup(`<p dir="auto">${lines.join('<br>')}</p>`)
  })
  return html`${pieces}`
}
