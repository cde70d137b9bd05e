import { describe, expect, it } from 'vitest'
import { richTree, safeHref } from '../../../renderer/components/rich-text-tree.ts'

type Written = string | readonly [tag: string, attributes: Readonly<Record<string, string>>, ...Written[]]

/** The slice of a DOM tree that is read, without a browser. */
function node(written: Written): Node {
  if (typeof written === 'string') return { nodeType: 3, nodeName: '#text', textContent: written } as Node
  const [tag, attributes, ...children] = written
  return {
    nodeType: 1,
    nodeName: tag.toUpperCase(),
    childNodes: children.map(node),
    getAttribute: (name: string) => attributes[name] ?? null,
  } as unknown as Node
}

describe('rich text', () => {
  it('keeps what citizens may write and drops what acts', () => {
    const tree = richTree([
      node(['p', { onclick: 'steal()' }, 'Bonjour ', ['strong', {}, 'Roubaix']]),
      node(['script', {}, 'steal()']),
      node(['section', {}, ['em', {}, 'texte']]),
    ])
    expect(tree).toEqual([
      {
        kind: 'element',
        tag: 'p',
        children: [
          { kind: 'text', text: 'Bonjour ' },
          { kind: 'element', tag: 'strong', children: [{ kind: 'text', text: 'Roubaix' }] },
        ],
      },
      { kind: 'element', tag: 'em', children: [{ kind: 'text', text: 'texte' }] },
    ])
  })

  it('turns a dangerous link into plain words', () => {
    expect(richTree([node(['a', { href: 'javascript:steal()' }, 'ici'])])).toEqual([
      { kind: 'element', tag: 'span', children: [{ kind: 'text', text: 'ici' }] },
    ])
  })

  it.each([
    ['https://ville.example/page', true],
    ['mailto:bp@ville.example', true],
    ['javascript:alert(1)', false],
    ['JAVASCRIPT:alert(1)', false],
    ['data:text/html,x', false],
    ['file:///etc/passwd', false],
    ['/relative', false],
  ])('judges the address %s', (href, kept) => {
    expect(safeHref(href)).toBe(kept ? href : undefined)
  })
})
