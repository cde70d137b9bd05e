/** Tags that safe rich text may hold, as the services write it. */
const allowedTags = new Set([
  'p',
  'br',
  'strong',
  'b',
  'em',
  'i',
  'u',
  's',
  'ul',
  'ol',
  'li',
  'blockquote',
  'h2',
  'h3',
  'h4',
  'a',
  'code',
  'pre',
  'hr',
  'sup',
  'sub',
])

/** Whole elements whose text is no text for people. */
const droppedTags = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'title',
])

export type RichNode =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'element'
      readonly tag: string
      readonly href?: string
      readonly children: readonly RichNode[]
    }

/** Web and mail addresses only: what else a link could do is not wanted in citizens' words. */
export function safeHref(href: string | null): string | undefined {
  if (href === null) return undefined
  try {
    const { protocol } = new URL(href)
    return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : undefined
  } catch {
    return undefined
  }
}

/** Reduces a parsed tree to what may be shown; unknown elements give way to their content. */
export function richTree(nodes: Iterable<Node>): readonly RichNode[] {
  const result: RichNode[] = []
  for (const node of nodes) {
    if (node.nodeType === 3) result.push({ kind: 'text', text: node.textContent ?? '' })
    else if (node.nodeType === 1) {
      const tag = node.nodeName.toLowerCase()
      if (droppedTags.has(tag)) continue
      const children = richTree(node.childNodes)
      if (!allowedTags.has(tag)) result.push(...children)
      else if (tag === 'a' && 'getAttribute' in node) {
        const href = safeHref((node as Element).getAttribute('href'))
        result.push(
          href === undefined
            ? { kind: 'element', tag: 'span', children }
            : { kind: 'element', tag, href, children },
        )
      } else result.push({ kind: 'element', tag, children })
    }
  }
  return result
}
