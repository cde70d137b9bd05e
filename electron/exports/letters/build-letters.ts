import { addressBlock, addressHeight, addressWidth } from '../../../shared/domain/letters/address-block.ts'
import { type LetterBlock, letterBlocks } from '../../../shared/domain/letters/letter-blocks.ts'
import { letterTexts } from '../../../shared/messages/fr/letter-texts.ts'
import type { LetterHead } from '../../../shared/read-models/letter.ts'
import { type HexColor, safeColor } from '../documents/colors.ts'
import type { DocumentFonts } from '../documents/document-fonts.ts'
import { cssString, html, joinMarkup, type Markup, trustedMarkup } from '../documents/markup.ts'
import { pageShell } from '../documents/page-shell.ts'
import { letterStyles } from './letter-styles.ts'

/** One letter, ready to be set: all its words are final. */
export interface PrintableLetter {
  readonly reference: string
  readonly recipientName: string
  readonly recipientAddress: string
  readonly subject: string
  readonly body: string
  readonly appeal: string
  /** In letters: `25 novembre 2026`. */
  readonly writtenOn: string
  readonly head: LetterHead
}

/** What a first print has told of each letter: how many pages it takes, and whether a blank one follows it. */
export interface SetLetter {
  readonly pages: number
  readonly blankAfter: boolean
}

interface LettersDocument {
  readonly title: string
  readonly letters: readonly PrintableLetter[]
  /** By letter; absent before the first print. */
  readonly set?: readonly SetLetter[]
  readonly fonts: DocumentFonts
}

/** The HTML of letters, one after the other; French, because they go to residents. */
export function buildLetters({ title, letters, set, fonts }: LettersDocument): string {
  const heads = [...new Set(letters.map(({ head }) => head))]
  const pieces = letters.map((letter, index) =>
    letterPage(letter, index, heads.indexOf(letter.head), set?.[index]),
  )
  const logos = heads.flatMap(({ logo }, index) =>
    logo !== null && isPicture(logo) ? [`.logo-${index} { background-image: url(${logo}); }`] : [],
  )
  const accents = heads.map(
    ({ accentColor }, index) => `.head-${index} { --letter-accent: ${accentOf(accentColor)}; }`,
  )
  const feet = letters.map((letter, index) => {
    const pages = set?.[index]?.pages ?? 1
    return `@page letter-${index} { @bottom-left { content: ${cssString(footOf(letter.reference, pages))}; } }
.page-${index} { page: letter-${index}; }`
  })
  return pageShell({
    language: 'fr',
    title,
    styles: [letterStyles(), ...logos, ...accents, ...feet].join('\n'),
    body: joinMarkup(pieces),
    fonts,
  })
}

function footOf(reference: string, pages: number): string {
  return pages > 1
    ? letterTexts.manyPages.replace('{{reference}}', () => reference).replace('{{pages}}', String(pages))
    : reference
}

function accentOf(color: string): HexColor {
  return safeColor(color)
}

/** Only what a picture's data can be made of reaches the style sheet. */
function isPicture(dataUrl: string): boolean {
  return /^data:image\/[a-z+.-]+;base64,[A-Za-z0-9+/=]+$/.test(dataUrl)
}

function letterPage(
  letter: PrintableLetter,
  index: number,
  head: number,
  set: SetLetter | undefined,
): Markup {
  const { recipientName, recipientAddress, reference, subject, writtenOn } = letter
  const address = addressBlock(recipientName, recipientAddress)
  const place = trustedMarkup(
    `style="font-size:${address.points}pt;width:${addressWidth}mm;max-height:${addressHeight + 2}mm"`,
  )
  const blank = set?.blankAfter === true ? html`<div class="blank"></div>` : ''
  return html`<article class="letter page-${index} head-${head}">
<div class="top">
${sender(letter.head, head)}
<div class="address" ${place}>${address.lines.map((line) => html`<p dir="auto">${line}</p>`)}</div>
</div>
<p class="written-at">${filled(letterTexts.writtenAt, { place: letter.head.place, date: writtenOn })}</p>
<p class="reference">${filled(letterTexts.reference, { reference })}</p>
<h1>${together(filled(letterTexts.subjectLine, { subject }), reference)}</h1>
${words(letter)}
</article>
${blank}`
}

function sender({ communeName, service, sender: lines, logo }: LetterHead, head: number): Markup {
  return html`<div class="sender">${logo === null ? '' : html`<div class="logo logo-${head}"></div>`}
<p class="commune">${communeName}</p>
${service === '' ? '' : html`<p>${service}</p>`}
${lines.map((line) => html`<p>${line}</p>`)}</div>`
}

/** The text. Its end stays together with the signature and what follows it: neither ever stands alone on a page. */
function words({ reference, body, appeal, head }: PrintableLetter): Markup {
  const block = (piece: LetterBlock): Markup => setBlock(piece, reference)
  const blocks = letterBlocks(body)
  const apart = closingBlocks(blocks)
  const flowing = blocks.slice(0, blocks.length - apart)
  const closing = blocks.slice(blocks.length - apart)
  return html`<div class="words">${flowing.map(block)}</div>
<div class="closing">${closing.map(block)}
<div class="signature">${head.signature.map((line) => html`<p>${line}</p>`)}</div>
${appeal === '' ? '' : html`<div class="appeal">${letterBlocks(appeal).map(block)}</div>`}</div>`
}

/** Longest block that may be kept with the signature, in letters: longer ones may break over the page. */
const longestKept = 700

/** How many blocks stay with the signature: the courtesy and what comes before it, unless that is long. */
function closingBlocks(blocks: readonly LetterBlock[]): number {
  let kept = 0
  for (const candidate of blocks.slice(-2).reverse()) {
    const length = (candidate.kind === 'list' ? candidate.items : candidate.lines).join(' ').length
    if (length > longestKept) break
    kept += 1
  }
  return kept
}

function setBlock(piece: LetterBlock, reference: string): Markup {
  if (piece.kind === 'list')
    return html`<ul>${piece.items.map((item) => html`<li dir="auto">${together(item, reference)}</li>`)}</ul>`
  const lines = piece.lines.flatMap((line, index) => {
    const set = together(line, reference)
    return index === 0 ? [set] : [html`<br>${set}`]
  })
  return html`<p dir="auto">${lines}</p>`
}

const months = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'
const heldSpace = new RegExp(`(?<=\\d)[ ](?=\\d|(?:${months})\\b)|(?<=\\b1er)[ ](?=${months})`, 'gu')

/** Text in which a number, a day and the reference of the proposal are never cut at the end of a line. */
function together(text: string, reference: string): Markup {
  const pieces = text.replace(heldSpace, '\u00a0').split(reference)
  return joinMarkup(
    pieces.flatMap((piece, index) =>
      index === 0 ? [html`${piece}`] : [html`<span class="held">${reference}</span>`, html`${piece}`],
    ),
  )
}

function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => values[name] ?? '')
}
