import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import {
  plainToRichText,
  richTextToPlain,
  sanitizeRichText,
} from '../../../../electron/imports/rich-text/sanitize-rich-text.ts'

const allowed = new Set(['p', 'br', 'strong', 'em', 'u', 'ul', 'ol', 'li', 'h3', 'h4', 'blockquote', 'a'])

/** Everything that a browser would find in some HTML. */
function elements(html: string): { name: string; attributes: Readonly<Record<string, string>> }[] {
  const found: { name: string; attributes: Readonly<Record<string, string>> }[] = []
  const parser = new Parser({ onopentag: (name, attributes) => found.push({ name, attributes }) })
  parser.end(html)
  return found
}

const fragments = fc.constantFrom(
  '<script>',
  '</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">',
  '<a href="java\nscript:alert(1)">',
  '<a href="data:text/html,x">',
  '<a href="https://exemple.fr/?a=1&b=2" onclick="x()">',
  '</a>',
  '<p style="x" onmouseover="y()">',
  '</p>',
  '<svg onload=x>',
  '<math>',
  '</svg>',
  '<iframe src=//x>',
  '<!--',
  '-->',
  '<![CDATA[',
  '&lt;script&gt;',
  '&#106;avascript:',
  '"',
  "'",
  '>',
  '<',
  '<strong',
  '<ul><li>',
  'été ',
  '<br/>',
  '<plaintext>',
  '<style>*{}',
  '\u0000',
)

describe('rich text', () => {
  it('lets nothing through that could run, load or style, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fragments, fc.string({ maxLength: 4 })), { maxLength: 14 }), (parts) => {
        const safe = sanitizeRichText(parts.join(''))
        for (const { name, attributes } of elements(safe)) {
          expect(allowed).toContain(name)
          const { href, ...others } = attributes
          expect(others).toEqual({})
          if (href !== undefined) expect(href).toMatch(/^(https?:\/\/|mailto:)/i)
        }
      }),
      { numRuns: 3_000 },
    )
  })

  it('keeps plain text word for word through rich text and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aé<>&"\'\n ;🌳#39') }), (text) => {
        const expected = text
          .replace(/\n{3,}/g, '\n\n')
          .replace(/ +\n/g, '\n')
          .trim()
        const back = richTextToPlain(plainToRichText(text))
        expect(back.replace(/\s+/g, ' ')).toBe(expected.replace(/\s+/g, ' '))
      }),
    )
  })

  it('keeps links, lists and emphasis, and drops Decidim’s internal tokens', () => {
    expect(
      sanitizeRichText(
        '<div class="ql"><b>Bancs</b> <a target="_blank" href="https://exemple.fr/a?b=1&amp;c=2">ici</a> gid://x/Decidim::User/3</div><ul><li>un<li>deux</ul><script>alert(1)</script>',
      ),
    ).toBe(
      '<p><strong>Bancs</strong> <a href="https://exemple.fr/a?b=1&amp;c=2">ici</a> </p><ul><li>un</li><li>deux</li></ul>',
    )
  })

  it('is linear in its input', () => {
    const started = performance.now()
    sanitizeRichText('<p><b>'.repeat(50_000))
    sanitizeRichText('<a href="'.repeat(50_000))
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
