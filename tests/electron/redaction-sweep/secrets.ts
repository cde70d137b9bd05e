import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFStream, PDFString } from 'pdf-lib'
import { foldText } from '../../../shared/domain/text/folded-text.ts'
import { pngFile } from '../../helpers/png-file.ts'
import { readPdf } from '../exports/documents/read-pdf.ts'
import { zipEntries } from './zip-entries.ts'

/** What is masked: accents, a ligature, a word cut by emphasis, a number, two words together. */
export const secrets = [
  'Zéphyrine',
  'Œdipianus',
  'Wojciechowski',
  'Quetzal Montgolfière',
  '06 98 76 54 32',
] as const

/** The picture whose parts are blurred, as it was taken, and as it is shown. */
export const takenPicture = pngFile(60, 40, (x, y) => (x * x + y * 7) % 251, 'taken at home')
export const shownPicture = pngFile(60, 40, () => 117)

/** What no output may hold, folded: each word of the secrets, the digits of the number. */
const traces = secrets.flatMap((secret) =>
  /^[\d\s]+$/.test(secret) ? [secret.replace(/\s/g, '')] : foldText(secret).text.split(' '),
)

const namedEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A text as programs may write it, in the ways in which a reader could put it together again. */
function readings(text: string): readonly string[] {
  const decoded = text
    .replace(/&#x([0-9a-f]+);/gi, (_whole, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_whole, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_whole, name: string) => namedEntities[name] ?? '')
  return [text, decoded, decoded.replace(/<[^>]*>/g, ''), decodeSafely(text), asMail(text)]
}

/** Quoted-printable bodies and coded headers of a mail. */
function asMail(text: string): string {
  const bytes = text
    .replace(/=\?utf-8\?b\?([^?]*)\?=/gi, (_whole, coded: string) =>
      Buffer.from(coded, 'base64').toString('latin1'),
    )
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The traces of masked words in a text. */
export function tracesIn(text: string): readonly string[] {
  const folded = readings(text).map((reading) => foldText(reading).text)
  const digits = folded.map((reading) => reading.replace(/[\s./()-]/g, ''))
  return traces.filter((trace) => [...folded, ...digits].some((reading) => reading.includes(trace)))
}

/** The traces in anything that a method answers: texts, keys, lists, bytes of files and of pictures. */
export async function tracesInValue(value: unknown): Promise<readonly string[]> {
  if (typeof value === 'string') return tracesIn(value)
  if (value instanceof Uint8Array) return tracesInBytes(Buffer.from(value))
  if (typeof value !== 'object' || value === null) return []
  const found = await Promise.all(
    Object.entries(value).map(async ([key, item]) => [...tracesIn(key), ...(await tracesInValue(item))]),
  )
  return found.flat()
}

/** The traces in a file, its name included. */
export async function tracesInFile(path: string): Promise<readonly string[]> {
  const content = readFileSync(path)
  return [...tracesIn(basename(path)), ...(await tracesInBytes(content))]
}

/** A long run of base64, as a data URL or an attachment of a mail. */
const base64 = /[A-Za-z0-9+/]{60,}={0,2}(?:\r?\n[A-Za-z0-9+/]+={0,2})*/g

/** By the first bytes: PNG, JPEG, WebP, WOFF2. They hold no text that anybody reads. */
function isPictureOrFont(bytes: Buffer): boolean {
  return /^(?:\x89PNG|\xff\xd8|RIFF|wOF2)/.test(bytes.toString('latin1', 0, 8))
}

async function tracesInBytes(bytes: Buffer): Promise<readonly string[]> {
  const found: string[] = []
  if (bytes.includes(takenPicture.subarray(60))) found.push('the picture as it was taken')
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') {
    for (const text of await textsOfPdf(bytes)) found.push(...tracesIn(text))
  } else if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    for (const { name, content } of await zipEntries(bytes))
      found.push(...tracesIn(name), ...(await tracesInBytes(content)))
  } else if (!isPictureOrFont(bytes)) {
    const written = bytes.toString('latin1')
    // Mail and HTML carry files inside, coded in base64: those are opened, the rest is read.
    for (const [coded] of written.matchAll(base64)) found.push(...(await tracesInCoded(coded)))
    found.push(...tracesIn(bytes.toString('utf8').replace(base64, ' ')))
  }
  return found
}

async function tracesInCoded(coded: string): Promise<readonly string[]> {
  const bytes = Buffer.from(coded.replace(/\s/g, ''), 'base64')
  return bytes.length < 40 ? [] : tracesInBytes(bytes)
}

/** Pages, bookmarks, properties, alternative texts, and every string of every object of a PDF. */
async function textsOfPdf(bytes: Buffer): Promise<readonly string[]> {
  const read = await readPdf(bytes)
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const strings: string[] = []
  const collect = (object: unknown): void => {
    if (object instanceof PDFString || object instanceof PDFHexString) strings.push(object.decodeText())
    else if (object instanceof PDFName) strings.push(object.asString())
    else if (object instanceof PDFArray) for (const item of object.asArray()) collect(item)
    else if (object instanceof PDFDict)
      for (const [key, item] of object.entries()) [key, item].forEach(collect)
    else if (object instanceof PDFStream) collect(object.dict)
  }
  for (const [, object] of pdf.context.enumerateIndirectObjects()) collect(object)
  return [
    ...read.pages,
    read.title,
    read.author,
    ...read.bookmarks.map(({ title }) => title),
    ...read.figures,
    strings.join('\n'),
  ]
}
