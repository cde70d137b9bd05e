import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cssString, escapeHtml, html, printableText } from '../../../../electron/exports/documents/markup.ts'

describe('markup', () => {
  it('escapes every interpolated text, in elements and in attributes', () => {
    const hostile = `"><script>alert('x')</script>`
    expect(html`<p title="${hostile}">${hostile}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;</p>',
    )
  })

  it('keeps markup, joins lists and leaves out what is absent', () => {
    expect(html`<ul>${[html`<li>${1}</li>`, html`<li>b</li>`]}${null}${undefined}${false}</ul>`.text).toBe(
      '<ul><li>1</li><li>b</li></ul>',
    )
  })

  it('never lets a text open a tag, close an attribute or leave a style sheet', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']/)
        expect(cssString(text)).toMatch(/^"[^"<\n\r]*"$/)
        expect(printableText(text).isWellFormed()).toBe(true)
      }),
    )
  })
})
