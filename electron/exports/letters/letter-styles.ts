import { addressLineHeight } from '../../../shared/domain/letters/address-block.ts'
import { baseStyles } from '../documents/base-styles.ts'
import { safeColor } from '../documents/colors.ts'

/** Margins of the sheet in millimetres; what is placed for the envelope counts from its edges. */
const margin = { top: 15, side: 20, bottom: 20 } as const

/**
 * The address in the window of a DL envelope (110 × 220 mm, window 35 × 100 mm, 20 mm from the right and the bottom),
 * the sheet folded in three: 50 to 80 mm from the top and 105 to 189 mm from the left are seen wherever it slides.
 */
const address = { left: 105, top: 50 } as const

/** Where the text may begin: below the window. */
const below = 90

/** Styles of letters: A4, one column, the address behind the window. */
export function letterStyles(): string {
  return `${baseStyles(safeColor('#1b1f22'))}
@page { size: A4; margin: ${margin.top}mm ${margin.side}mm ${margin.bottom}mm; @bottom-left { font-family: "Parvis Text", sans-serif; font-size: 8pt; color: #565c61; } }
html { font-size: 10.5pt; line-height: 1.42; }
.held { white-space: nowrap; }
body { hyphens: manual; }
.letter { break-before: page; position: relative; }
.letter:first-child { break-before: auto; }
.blank { break-before: page; height: 1mm; page: blank; }
@page blank { @bottom-left { content: ""; } }
.top { position: relative; height: ${below - margin.top}mm; }
.sender { position: absolute; left: 0; top: 0; width: 78mm; max-height: ${below - margin.top}mm; font-size: 9.5pt; line-height: 1.35; }
.sender p + p { margin-top: 0; }
.logo { height: 20mm; width: 60mm; margin-bottom: 3mm; background-repeat: no-repeat; background-size: contain; background-position: left center; }
.commune { font-weight: 700; font-size: 12pt; color: var(--letter-accent); }
.address { position: absolute; left: ${address.left - margin.side}mm; top: ${address.top - margin.top}mm; line-height: ${addressLineHeight}; overflow: visible; }
.address p { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
.address p + p { margin-top: 0; }
.written-at { margin-inline-start: ${address.left - margin.side}mm; margin-bottom: 3mm; }
.reference { color: var(--quiet); font-size: 9.5pt; }
.letter h1 { font-family: var(--text); font-weight: 700; font-size: 10.5pt; line-height: 1.35; margin: 1mm 0 5mm; text-wrap: pretty; }
.words p + p, .words p + ul, .words ul + p, .closing p + p, .closing ul + p, .closing p + ul { margin-top: 0.75em; }
.words + .closing > :first-child { margin-top: 0.75em; }
.letter ul { padding-inline-start: 1.2em; list-style: "–  "; }
.letter li + li { margin-top: 0.25em; }
.letter p { text-wrap: pretty; }
.closing { break-inside: avoid; }
.signature { margin: 6mm 0 0 ${address.left - margin.side}mm; padding-bottom: 18mm; break-inside: avoid; }
.signature p + p { margin-top: 0; }
.appeal { break-inside: avoid; margin-top: 2mm; padding-top: 2.5mm; border-top: 0.5pt solid var(--line); font-size: 9pt; line-height: 1.4; color: var(--ink); }
`
}
