import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { richText, richTextTags, visibleLength } from '../../../../electron/exports/documents/rich-text.ts'

const allowed =
  /^<\/?(p|br|strong|em|ul|ol|li|blockquote|a|div)( dir="auto"| href="(https?:\/\/|mailto:)[^"<>]*")?>$/i

const hostilePiece = fc.constantFrom(
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg><script>1</script></svg>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="https://exemple.fr/?a=1&b=2">x</a>',
  '<p onclick="x">',
  '</p></div></section>',
  '<style>*{display:none}</style>',
  '<!--',
  '-->',
  '<![CDATA[',
  '<b',
  '"><iframe srcdoc="',
  '<ul><li>',
  '&lt;script&gt;',
  '<math><mtext></mtext>',
)

describe('richText', () => {
  it('keeps paragraphs, lists, emphasis and safe links, and turns headings into paragraphs', () => {
    expect(
      richText('<h1>Titre</h1><p>Un <b>mot</b> <a href="https://exemple.fr">lien</a></p><ul><li>a<li>b</ul>')
        .text,
    ).toBe(
      '<p dir="auto">Titre</p><p dir="auto">Un <strong>mot</strong> <a href="https://exemple.fr">lien</a></p><ul dir="auto"><li dir="auto">a</li><li dir="auto">b</li></ul>',
    )
  })

  it('drops scripts with their text, handlers, pictures and unsafe links', () => {
    expect(
      richText(
        '<p onclick="x">a<script>alert(1)</script><img src=x onerror=y> <a href="javascript:z">b</a></p>',
      ).text,
    ).toBe('<p dir="auto">a <a>b</a></p>')
  })

  it('keeps the paragraphs and line ends of plain text', () => {
    expect(richText('Un\ndeux\n\ntrois < 4').text).toBe(
      '<p dir="auto">Un<br>deux</p><p dir="auto">trois &lt; 4</p>',
    )
  })

  it('counts what a reader sees', () => {
    expect(visibleLength('<p>abc<strong>de</strong></p>')).toBe(5)
  })

  it('never yields a tag outside the allowed ones, and closes what it opens', () => {
    const text = fc.array(fc.oneof(hostilePiece, fc.string({ unit: 'binary', maxLength: 20 })), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(text, (pieces) => {
        const tags = richText(pieces.join('')).text.match(/<[^>]*>?/g) ?? []
        const open: string[] = []
        for (const tag of tags) {
          expect(tag).toMatch(allowed)
          const name = /[a-z]+/i.exec(tag)?.[0] ?? ''
          if (name === 'br') continue
          if (tag.startsWith('</')) expect(open.pop()).toBe(name)
          else open.push(name)
        }
        expect(open).toEqual([])
        expect(richTextTags).toContain('p')
      }),
      { numRuns: 500 },
    )
  })
})
