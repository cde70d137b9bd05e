const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** An answer typed as plain text, as the HTML that the platform shows: paragraphs at blank lines, breaks at line ends. */
export function htmlOfText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => paragraph.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign))
    .map((paragraph) => `<p>${paragraph.replace(/\n/g, '<br>')}</p>`)
    .join('')
}

/** True for HTML that shows nothing: tags and blanks alone. */
export function isBlankHtml(html: string): boolean {
  const text = html.replace(/<[^>]*>/g, '').replace(/&nbsp;|&#160;|&#xa0;/gi, ' ')
  return /^[\s\u200b\ufeff]*$/.test(text)
}
