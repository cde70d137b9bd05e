import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { richTextToPlain, sanitizeRichText } from '../../electron/imports/rich-text/sanitize-rich-text.ts'
import { createCsvParser } from '../../electron/imports/text/csv-parser.ts'
import { sampleProposal } from './sample-proposals.ts'

/** What citizens wrote, as a title and a text; either may be empty, not both. */
export interface FrenchText {
  readonly title: string
  readonly body: string
}

const folder = join(import.meta.dirname, '../../../shared/data')

/** Whether the real texts are on this machine; without them the benches say that they measured made ones. */
export const realTextsThere = existsSync(join(folder, 'text'))

async function csvRecords(path: string, separator: string): Promise<readonly Map<string, string>[]> {
  const parser = createCsvParser(separator)
  const text = await readFile(join(folder, path), 'utf8')
  const [header, ...rows] = [...parser.feed(text.replace(/^\ufeff/, '')), ...parser.end()]
  return rows.map(({ cells }) => new Map(cells.map((cell, index) => [header?.cells[index] ?? '', cell])))
}

const csvSources = [
  { path: 'decidim/lille-granddebat-proposals.csv', separator: ';', title: 'title', body: 'body' },
  { path: 'decidim/lille-granddebat-debate_comments.csv', separator: ';', title: '', body: 'body' },
  { path: 'text/an-egalite-fh-crowdsourcing.csv', separator: ',', title: '', body: 'text' },
  { path: 'text/granddebat-propositions-impots.csv', separator: ',', title: '', body: 'Contributions' },
  { path: 'bp/paris-bp-descriptions.csv', separator: ',', title: '', body: 'Source' },
  { path: 'bp/paris-bp-projets-gagnants.csv', separator: ';', title: 'Titre du projet lauréat', body: '' },
] as const

const opinion = z.object({
  opinion: z.object({ title: z.string().optional(), body: z.string().nullish() }),
})
const contribution = z.object({
  contribution_versions_title: z.string().nullish(),
  contribution_versions_bodyText: z.string().nullish(),
})

/** One title per line, as the last part of an address. */
function slugs(text: string): readonly FrenchText[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split('/').at(-1)?.replaceAll('-', ' ').trim() ?? '')
    .map((title) => ({ title, body: '' }))
}

async function readReal(): Promise<readonly FrenchText[]> {
  const texts: FrenchText[] = []
  for (const { path, separator, title, body } of csvSources)
    for (const record of await csvRecords(path, separator))
      texts.push({ title: record.get(title) ?? '', body: record.get(body) ?? '' })
  const opinions = gunzipSync(await readFile(join(folder, 'text/republique-numerique-opinions.jsonl.gz')))
  for (const line of opinions.toString('utf8').split('\n').filter(Boolean)) {
    const { title, body } = opinion.parse(JSON.parse(line)).opinion
    texts.push({ title: title ?? '', body: richTextToPlain(sanitizeRichText(body ?? '')) })
  }
  const debated = await readFile(join(folder, 'text/vrai-debat-contributions.jsonl'), 'utf8')
  for (const line of debated.split('\n').filter(Boolean)) {
    const read = contribution.parse(JSON.parse(line))
    texts.push({
      title: read.contribution_versions_title ?? '',
      body: read.contribution_versions_bodyText ?? '',
    })
  }
  const names = (await readdir(join(folder, 'text'))).filter((name) => name.startsWith('vrai-debat-slugs'))
  for (const name of names.sort()) texts.push(...slugs(await readFile(join(folder, 'text', name), 'utf8')))
  return texts.filter(({ title, body }) => `${title}${body}`.trim() !== '')
}

/**
 * That many texts of citizens, long ones first, then titles; made ones where the real ones are not there. Fewer when
 * there are fewer.
 */
export async function frenchTexts(count: number): Promise<readonly FrenchText[]> {
  if (realTextsThere) return (await readReal()).slice(0, count)
  return Array.from({ length: count }, (_, number) => sampleProposal(number))
}

/** The same generator of whole numbers at every run. */
function numbers(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1
  return (below) => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state % below
  }
}

/** One edit as a person makes it: a word left out, two words changed about, a word said twice or mistyped. */
function edited(words: readonly string[], next: (below: number) => number): readonly string[] {
  const at = next(words.length)
  const word = words[at] ?? ''
  switch (next(4)) {
    case 0:
      return words.length > 1 ? words.toSpliced(at, 1) : words
    case 1:
      return words.toSpliced(at, 2, ...words.slice(at, at + 2).reverse())
    case 2:
      return words.toSpliced(at, 0, words[next(words.length)] ?? '')
    default:
      return words.toSpliced(at, 1, word.slice(0, -2) + word.slice(-1))
  }
}

/**
 * Texts up to `count`: the given ones, then each of them again and again under edits, from one edit in fifty words to
 * one in two, so that the copies lie on both sides of every threshold.
 */
export function extendedByEdits(texts: readonly FrenchText[], count: number): readonly FrenchText[] {
  const extended = [...texts]
  for (let number = texts.length; number < count; number++) {
    const original = texts[number % texts.length] ?? { title: '', body: '' }
    const next = numbers(number)
    const edit = (text: string): string => {
      let words: readonly string[] = text.split(/\s+/).filter(Boolean)
      const edits = words.length === 0 ? 0 : 1 + next(1 + Math.floor(words.length / (2 + next(48))))
      for (let nth = 0; nth < edits; nth++) words = edited(words, next)
      return words.join(' ')
    }
    extended.push({ title: edit(original.title), body: edit(original.body) })
  }
  return extended
}
