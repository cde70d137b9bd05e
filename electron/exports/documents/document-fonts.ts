import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

interface FontFace {
  readonly family: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
  readonly unicodeRange: string
  /** Whether a document with this text needs the face. */
  readonly needed: RegExp
  readonly dataUrl: string
}

/** The faces that documents embed, read once from `resources/fonts`. */
export interface DocumentFonts {
  readonly faces: readonly FontFace[]
}

const subsets = {
  latin: {
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
    needed: /(?:)/,
  },
  'latin-ext': {
    range:
      'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    needed: /[\u0100-\u0130\u0132-\u0151\u0154-\u02ff\u1d00-\u1eff\u2020\u2113\u2c60-\u2c7f]/,
  },
  arabic: {
    range: 'U+0600-06FF,U+0750-077F,U+0870-088E,U+0890-0891,U+0897-08FF,U+FB50-FDFF,U+FE70-FEFC',
    needed: /[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/,
  },
  hebrew: {
    range: 'U+0307-0308,U+0590-05FF,U+20AA,U+25CC,U+FB1D-FB4F',
    needed: /[\u0590-\u05ff\ufb1d-\ufb4f]/,
  },
} as const

interface FaceFile {
  readonly file: string
  readonly family: string
  readonly weights: readonly number[]
  readonly italics: readonly number[]
  readonly subsets: readonly (keyof typeof subsets)[]
}

// Arabic and Hebrew are added to both families, so that a name in them is set in a real face on any computer.
const files: readonly FaceFile[] = [
  {
    file: 'atkinson-hyperlegible-next',
    family: 'Parvis Text',
    weights: [400, 700],
    italics: [400],
    subsets: ['latin', 'latin-ext'],
  },
  {
    file: 'source-serif-4',
    family: 'Parvis Display',
    weights: [400, 600],
    italics: [400],
    subsets: ['latin', 'latin-ext'],
  },
  { file: 'noto-sans-arabic', family: 'Parvis World', weights: [400, 700], italics: [], subsets: ['arabic'] },
  { file: 'noto-sans-hebrew', family: 'Parvis World', weights: [400, 700], italics: [], subsets: ['hebrew'] },
]

/** Reads the fonts of the documents from the folder `resources/fonts`. */
export async function readDocumentFonts(folder: string): Promise<DocumentFonts> {
  const wanted = files.flatMap((face) =>
    face.subsets.flatMap((subset) => [
      ...face.weights.map((weight) => ({ face, subset, weight, style: 'normal' as const })),
      ...face.italics.map((weight) => ({ face, subset, weight, style: 'italic' as const })),
    ]),
  )
  const faces = await Promise.all(
    wanted.map(async ({ face, subset, weight, style }): Promise<FontFace> => {
      const bytes = await readFile(join(folder, `${face.file}-${subset}-${weight}-${style}.woff2`))
      return {
        family: face.family,
        weight,
        style,
        unicodeRange: subsets[subset].range,
        needed: subsets[subset].needed,
        dataUrl: `data:font/woff2;base64,${bytes.toString('base64')}`,
      }
    }),
  )
  return { faces }
}

/** The `@font-face` rules that a document with this text needs. */
export function fontFaceRules(fonts: DocumentFonts, text: string): string {
  return fonts.faces
    .filter((face) => face.needed.test(text))
    .map(
      (face) =>
        `@font-face{font-family:"${face.family}";font-weight:${face.weight};font-style:${face.style};src:url(${face.dataUrl}) format("woff2");unicode-range:${face.unicodeRange}}`,
    )
    .join('\n')
}
