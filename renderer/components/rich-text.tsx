import { createElement, type ReactNode, useMemo } from 'react'
import classes from './rich-text.module.css'
import { type RichNode, richTree } from './rich-text-tree.ts'

const empty = new Set(['br', 'hr'])

function rebuild(nodes: readonly RichNode[]): ReactNode[] {
  return nodes.map((node, index) => {
    if (node.kind === 'text') return node.text
    const key = `${index}`
    if (empty.has(node.tag)) return createElement(node.tag, { key })
    const properties =
      node.href === undefined
        ? { key }
        : { key, href: node.href, target: '_blank', rel: 'noreferrer noopener' }
    return createElement(node.tag, properties, ...rebuild(node.children))
  })
}

/** Citizens' words: safe rich text parsed and rebuilt from allowed tags only, never inserted as HTML. */
export function RichText({ html }: { html: string }) {
  const nodes = useMemo(
    () => richTree(new DOMParser().parseFromString(html, 'text/html').body.childNodes),
    [html],
  )
  return (
    <div className={`reading ${classes.text}`} dir="auto">
      {rebuild(nodes)}
    </div>
  )
}
