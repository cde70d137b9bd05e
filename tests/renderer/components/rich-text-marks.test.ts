import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { sanitizeRichText } from '../../../electron/imports/rich-text/sanitize-rich-text.ts'
import { htmlFromMarks, marksFromTree } from '../../../renderer/components/rich-text-marks.ts'
import type { RichNode } from '../../../renderer/components/rich-text-tree.ts'

interface Open {
  readonly tag: string
  readonly href: string | undefined
  readonly children: RichNode[]
}

/** The tree that the window's own parser would give for safe rich text. */
function treeOf(html: string): readonly RichNode[] {
  const stack: Open[] = [{ tag: '', href: undefined, children: [] }]
  const parser = new Parser({
    onopentag: (tag, attributes) => stack.push({ tag, href: attributes.href, children: [] }),
    ontext: (text) => stack.at(-1)?.children.push({ kind: 'text', text }),
    onclosetag: () => {
      const closed = stack.pop()
      if (closed === undefined) return
      const { tag, href, children } = closed
      stack.at(-1)?.children.push({ kind: 'element', tag, children, ...(href === undefined ? {} : { href }) })
    },
  })
  parser.end(html)
  return stack[0]?.children ?? []
}

const marksOf = (html: string): string => marksFromTree(treeOf(html))

describe('rich text as light marks', () => {
  it('writes paragraphs, lists, headings, quotations, emphasis and links as one would type them', () => {
    const html =
      '<h3>Le lieu</h3><p>Un <strong>grand</strong> et <em>beau</em> jardin<br>près du <a href="https://exemple.fr/a?b=1&amp;c=2">canal</a>.</p><ul><li>bacs</li><li>bancs</li></ul><ol><li>semer</li><li>arroser</li></ol><blockquote><p>Enfin</p></blockquote>'
    const marks = [
      '## Le lieu',
      'Un **grand** et *beau* jardin\nprès du [canal](https://exemple.fr/a?b=1&c=2).',
      '- bacs\n- bancs',
      '1. semer\n2. arroser',
      '> Enfin',
    ].join('\n\n')
    expect(marksOf(html)).toBe(marks)
    expect(htmlFromMarks(marks)).toBe(html)
  })

  it('keeps as they are the characters that would be marks', () => {
    const html = '<p>2 * 3 * 4 [sic] \\ fin</p><p>- pas une liste</p><p>1. non plus</p>'
    expect(htmlFromMarks(marksOf(html))).toBe(html)
  })

  it('makes no link of another scheme', () => {
    expect(htmlFromMarks('[clic](javascript:x)')).toBe('<p>[clic](javascript:x)</p>')
  })

  it('gives whatever is typed as the very text that the services store', () => {
    const typed = fc.array(
      fc.constantFrom(
        'a',
        ' ',
        '\n',
        '\n\n',
        '**',
        '*',
        '- ',
        '1. ',
        '> ',
        '## ',
        '[',
        '](https://a.fr)',
        '<b>',
        '&',
        '\\',
        '"',
      ),
      { maxLength: 24 },
    )
    fc.assert(
      fc.property(typed, (pieces) => {
        const html = htmlFromMarks(pieces.join(''))
        expect(sanitizeRichText(html)).toBe(html)
      }),
    )
  })

  it('comes to rest: editing what was stored, without a change, stores the same', () => {
    const text = fc.stringMatching(/^[a-z*[\]\\>#.1 -]{1,12}$/).map((words) => words.replaceAll('>', '&gt;'))
    const inline = fc.oneof(
      text,
      text.map((words) => `<strong>${words}</strong>`),
      text.map((words) => `<em>${words}</em>`),
    )
    const block = fc.oneof(
      fc.array(inline, { minLength: 1, maxLength: 3 }).map((parts) => `<p>${parts.join('')}</p>`),
      fc
        .array(text, { minLength: 1, maxLength: 3 })
        .map((items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`),
    )
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
        const once = htmlFromMarks(marksOf(blocks.join('')))
        expect(htmlFromMarks(marksOf(once))).toBe(once)
      }),
    )
  })
})
