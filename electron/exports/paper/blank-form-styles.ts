import { baseStyles } from '../documents/base-styles.ts'
import type { PaperPart } from './paper-part.ts'

/** Margins in millimetres; every text is 12 points or more, so that it is read without glasses at a market. */
const margin = { block: 11, inline: 15 }
const side = 297 - 2 * margin.block

/** Style rules of the blank form: two sides that fill their sheet, lines to write on, boxes to tick. */
export function blankFormStyles({ accent }: PaperPart): string {
  return `${baseStyles(accent)}
@page { size: 210mm 297mm; margin: ${margin.block}mm ${margin.inline}mm; }
html { font-size: 12pt; line-height: 1.35; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.side { display: flex; flex-direction: column; min-height: ${side - 0.5}mm; padding-inline-end: 0.4mm; break-after: page; }
.form:last-child .side:last-child { break-after: auto; }
.head { display: flex; justify-content: space-between; align-items: flex-start; gap: 8mm; padding-bottom: 3mm; border-bottom: 1.5pt solid var(--accent-ink); }
.head-short { padding-bottom: 2mm; align-items: center; }
.town { display: flex; align-items: center; gap: 4mm; min-width: 0; }
.town-logo { height: 16mm; max-width: 45mm; object-fit: contain; }
.town-name { font-weight: 700; }
.town-process { color: var(--ink); }
.code { flex: none; border: 1pt solid var(--ink); padding: 1.2mm 3mm; text-align: center; line-height: 1.2; }
.code-label { display: block; }
.code strong, .slip-code strong { font-size: 15pt; font-variant-numeric: tabular-nums lining-nums slashed-zero; letter-spacing: 0.02em; white-space: nowrap; }
h1 { font-size: 24pt; margin: 4mm 0 1.5mm; letter-spacing: -0.01em; }
.intro { max-width: 165mm; }
.part { margin-top: 4mm; }
.grow { flex: 1; display: flex; flex-direction: column; }
h2 { font-size: 15pt; color: var(--accent-ink); margin-bottom: 1.5mm; }
.field { margin-top: 2mm; break-inside: avoid; }
.label { line-height: 1.3; }
.help { color: var(--quiet); }
.rule { height: 8.5mm; border-bottom: 0.75pt dotted #6b7176; }
.rule:first-of-type { height: 7.5mm; }
.euro { display: flex; align-items: flex-end; max-width: 70mm; }
.euro .rule { flex: 1; }
.ticks { list-style: none; padding: 0; margin-top: 1mm; display: flex; flex-wrap: wrap; gap: 1.4mm 7mm; }
.ticks li { display: flex; align-items: baseline; gap: 2.2mm; margin: 0; }
.ticks.stacked { flex-direction: column; flex-wrap: nowrap; }
.ticks.single { margin-top: 3mm; }
.box { flex: none; width: 4.2mm; height: 4.2mm; border: 1pt solid var(--ink); transform: translateY(0.6mm); }
.where { display: grid; grid-template-columns: minmax(52mm, 1fr) 104mm; gap: 6mm; margin-top: 2mm; flex: 1; }
.where:has(> div:first-child:empty) { grid-template-columns: 1fr; }
.where > div:first-child:empty { display: none; }
.drawing { display: flex; flex-direction: column; }
.map { display: flex; justify-content: center; }
.map svg { width: 100%; height: auto; max-height: 78mm; }
.map text { font-family: var(--text); text-anchor: middle; }
.map-names { font-size: 12.5px; font-weight: 700; stroke: #fff; stroke-width: 2.6; stroke-linejoin: round; paint-order: stroke; }
.map-scale { display: none; }
.sketch { flex: 1; min-height: 45mm; border: 0.75pt solid #6b7176; }
.pair { display: grid; grid-template-columns: 3fr 2fr; gap: 6mm; }
.pair .field { margin-top: 2mm; }
.notice { margin-top: 4mm; border-inline-start: 2.5pt solid var(--accent); padding-inline-start: 4mm; break-inside: avoid; }
.notice h2 { font-size: 12pt; font-family: var(--text); font-weight: 700; color: var(--ink); margin: 0; }
.slip { margin-top: auto; padding-top: 4mm; break-inside: avoid; }
.cut { border-top: 1pt dashed var(--ink); text-align: center; line-height: 1; }
.cut span { position: relative; top: -0.55em; background: #fff; padding: 0 3mm; }
.slip-body { display: grid; grid-template-columns: 1fr auto; gap: 8mm; margin-top: 1mm; }
.slip h2 { margin-bottom: 0.5mm; }
.contact { white-space: pre-line; margin-top: 1.5mm !important; }
.slip-side { min-width: 62mm; }
.slip-code { border: 1pt solid var(--ink); padding: 1.2mm 3mm; text-align: center; line-height: 1.2; }
.slip-line { margin-top: 5.5mm !important; border-bottom: 0.75pt dotted #6b7176; }
`
}
