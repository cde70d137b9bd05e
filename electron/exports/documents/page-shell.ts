import type { Language } from '../../../shared/messages/translator.ts'
import { type DocumentFonts, fontFaceRules } from './document-fonts.ts'
import { escapeHtml, type Markup } from './markup.ts'

interface PageShell {
  readonly language: Language
  readonly title: string
  /** Style rules of this document, after the fonts. */
  readonly styles: string
  readonly body: Markup
  readonly fonts: DocumentFonts
}

/** A complete HTML document that loads nothing and runs nothing: fonts and pictures are inside, scripts are forbidden. */
export function pageShell({ language, title, styles, body, fonts }: PageShell): string {
  return `<!doctype html>
<html lang="${language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>
${fontFaceRules(fonts, `${title}${body.text}`)}
${styles}
</style>
</head>
<body>
${body.text}
</body>
</html>
`
}
