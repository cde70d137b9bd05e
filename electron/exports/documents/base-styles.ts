import { type HexColor, inkOn, mixColors, readableOnWhite } from './colors.ts'

/** Styles that every printed document shares: type, colours, what may break where. Lengths follow `--unit` so that A5 is a smaller page, not a cut one. */
export function baseStyles(accent: HexColor): string {
  return `
:root {
  --accent: ${accent};
  --on-accent: ${inkOn(accent)};
  --accent-ink: ${readableOnWhite(accent)};
  --accent-pale: ${mixColors(accent, '#ffffff', 0.9)};
  --accent-soft: ${mixColors(accent, '#ffffff', 0.72)};
  --ink: #1b1f22;
  --quiet: #565c61;
  --line: #d3d7da;
  --text: "Parvis Text", "Parvis World", sans-serif;
  --display: "Parvis Display", "Parvis World", serif;
}
* { box-sizing: border-box; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
html { font-family: var(--text); color: var(--ink); background: #fff; font-size: 10.5pt; line-height: 1.5; font-variant-numeric: lining-nums; }
body { margin: 0; overflow-wrap: anywhere; hyphens: auto; orphans: 3; widows: 3; }
h1, h2, h3, h4 { font-family: var(--display); font-weight: 600; line-height: 1.15; margin: 0; break-after: avoid; break-inside: avoid; hyphens: manual; overflow-wrap: anywhere; text-wrap: balance; }
p, ul, ol, dl, dd, figure, blockquote { margin: 0; }
p + p, p + ul, p + ol, ul + p, ol + p, p + blockquote, blockquote + p { margin-top: 0.6em; }
ul, ol { padding-inline-start: 1.3em; }
blockquote { border-inline-start: 2pt solid var(--line); padding-inline-start: 1em; }
a { color: inherit; }
a[href] { text-decoration: underline; text-decoration-thickness: 0.5pt; text-underline-offset: 2pt; }
strong { font-weight: 700; }
svg, img { display: block; max-width: 100%; }
figure { break-inside: avoid; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums lining-nums; }
caption { text-align: start; font-weight: 700; padding-bottom: 2mm; break-after: avoid; }
th { text-align: start; font-weight: 700; }
th, td { padding: 1.2mm 2mm; border-bottom: 0.5pt solid var(--line); vertical-align: baseline; }
th:first-child, td:first-child { padding-inline-start: 0; }
thead th { border-bottom: 1pt solid var(--ink); }
tr { break-inside: avoid; }
.number-cell { text-align: end; white-space: nowrap; }
.paving { position: absolute; inset: 0; width: 100%; height: 100%; }
`
}
