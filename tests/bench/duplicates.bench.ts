import { fileURLToPath } from 'node:url'
import { jaccard } from '../../shared/domain/similarity/jaccard.ts'
import {
  createNearDuplicateIndex,
  nearDuplicateFrom,
} from '../../shared/domain/similarity/near-duplicates.ts'
import { shinglesOf } from '../../shared/domain/similarity/shingles.ts'
import {
  createSimilarityIndex,
  type SimilarityIndex,
} from '../../shared/domain/similarity/similarity-index.ts'
import { createStemReader } from '../../shared/domain/similarity/stems.ts'
import { type Bench, type BenchResult, measureApart, median, runBench, timed } from './bench.ts'
import { extendedByEdits, type FrenchText, frenchTexts, realTextsThere } from './french-texts.ts'

const file = fileURLToPath(import.meta.url)
const manyTexts = 100_000
/** In seconds: what the comparison of `manyTexts` may take. */
const minute = 60
/** Of the many texts, how many are also compared exactly with all. */
const sampled = 1_000
const newTexts = 20

function readShingles(texts: readonly FrenchText[]): readonly Uint32Array[] {
  const stemsOf = createStemReader()
  return texts.map(({ title, body }) => shinglesOf(stemsOf(`${title}\n${body}`)))
}

/** Runs a search to its end. */
function ended<T>(search: Generator<number, T>): T {
  for (;;) {
    const step = search.next()
    if (step.done === true) return step.value
  }
}

/** What the search told, with what follows from it: word-for-word copies resemble whatever the first of them does. */
function told(shingles: readonly Uint32Array[]): (one: number, other: number) => boolean {
  const index = createNearDuplicateIndex()
  for (const list of shingles) index.add(list)
  const pairs = ended(index.all())
  const known = new Set<number>()
  for (let nth = 0; nth < pairs.count; nth++) {
    const { left, right } = pairs.at(nth)
    known.add(left * shingles.length + right)
  }
  return (one, other) => {
    const first = index.firstAlike(one)
    const second = index.firstAlike(other)
    return (
      known.has(one * shingles.length + other) ||
      first === second ||
      known.has(Math.min(first, second) * shingles.length + Math.max(first, second))
    )
  }
}

/** The share of the pairs of resemblance ≥ 0.6 that the search finds, against every pair compared exactly. */
async function recall(count: number): Promise<Readonly<Record<string, number>>> {
  const shingles = readShingles(await frenchTexts(count))
  let isTold: (one: number, other: number) => boolean = () => false
  const ours = await timed(() => {
    isTold = told(shingles)
  })
  let exact = 0
  let found = 0
  const bare = await timed(() => {
    for (const [one, mine] of shingles.entries())
      for (let other = one + 1; other < shingles.length; other++) {
        if (jaccard(mine, shingles[other] ?? mine) < nearDuplicateFrom) continue
        exact++
        if (isTold(one, other)) found++
      }
  })
  return { texts: shingles.length, exact, found, ours, bare }
}

function indexOf(texts: readonly FrenchText[]): SimilarityIndex {
  const index = createSimilarityIndex()
  for (const [number, { title, body }] of texts.entries())
    index.put({
      id: String(number).padStart(8, '0'),
      processId: 'process',
      theme: String(number % 9),
      title,
      bodyText: body,
      // A town of 6 km by 6 km, where everybody has a place.
      latitude: 50.66 + ((number * 7_919) % 5_400) / 100_000,
      longitude: 3.14 + ((number * 104_729) % 8_600) / 100_000,
    })
  return index
}

/** All three kinds of pairs of very many texts, then single new ones; the exact method on a sample, for its pace. */
async function many(): Promise<Readonly<Record<string, number>>> {
  const texts = extendedByEdits(await frenchTexts(manyTexts), manyTexts)
  let index = createSimilarityIndex()
  let pairs = 0
  const ours = await timed(() => {
    index = indexOf(texts)
    pairs = ended(index.all()).length
  })
  const shingles = readShingles(texts)
  const bare = await timed(() => {
    for (let one = 0; one < sampled; one++) {
      const mine = shingles[one * Math.floor(manyTexts / sampled)] ?? new Uint32Array()
      for (const theirs of shingles) jaccard(mine, theirs)
    }
  })
  const one: number[] = []
  for (let nth = 0; nth < newTexts; nth++)
    one.push(await timed(() => void ended(index.near([String(nth * 4_999).padStart(8, '0')]))))
  // Each pair once, where the sample met every pair of its texts from one side.
  return { pairs, ours, bare: (bare / sampled) * (manyTexts / 2), one: median(one), bareOne: bare / sampled }
}

/** The search for duplicates against comparing every text with every other. */
export const duplicatesBench: Bench = {
  name: 'duplicates',
  async run({ quick }) {
    const kind = realTextsThere ? 'real' : 'made'
    const measure = await measureApart(file, 'recall', String(quick ? 3_000 : 10_000))
    const { texts = 0, exact = 0, found = 0, ours = 0, bare = 0 } = measure.figures ?? {}
    process.stderr.write(
      `  ${exact} pairs of resemblance ≥ ${nearDuplicateFrom} by the exact method, ${found} found\n`,
    )
    const results: BenchResult[] = [
      {
        name: `recall of near-duplicates, ${texts.toLocaleString('en')} ${kind} texts`,
        oursSeconds: ours,
        bareSeconds: bare,
        ratio: exact === 0 ? 1 : found / exact,
        aim: { kind: 'at-least', ratio: 0.95 },
        peakMegabytes: measure.peakMegabytes,
      },
    ]
    if (quick) return results
    const large = await measureApart(file, 'many')
    const figures = large.figures ?? {}
    process.stderr.write(
      `  ${figures.pairs} pairs of all kinds told of ${manyTexts.toLocaleString('en')} texts\n`,
    )
    const shared = { peakMegabytes: large.peakMegabytes }
    return [
      ...results,
      {
        name: `all kinds, ${manyTexts.toLocaleString('en')} texts, against one minute`,
        oursSeconds: figures.ours ?? Number.NaN,
        bareSeconds: minute,
        ratio: (figures.ours ?? Number.NaN) / minute,
        aim: { kind: 'at-most', ratio: 1 },
        ...shared,
      },
      {
        name: `all kinds, ${manyTexts.toLocaleString('en')} texts, against the exact method`,
        oursSeconds: figures.ours ?? Number.NaN,
        bareSeconds: figures.bare ?? Number.NaN,
        ratio: (figures.ours ?? Number.NaN) / (figures.bare ?? Number.NaN),
        aim: { kind: 'at-most', ratio: 0.2 },
        ...shared,
      },
      {
        name: `one new text among ${manyTexts.toLocaleString('en')}, all kinds, against exact resemblance`,
        oursSeconds: figures.one ?? Number.NaN,
        bareSeconds: figures.bareOne ?? Number.NaN,
        ratio: (figures.one ?? Number.NaN) / (figures.bareOne ?? Number.NaN),
        aim: { kind: 'at-most', ratio: 3 },
        ...shared,
      },
    ]
  },
}

if (process.argv[1] === file)
  await runBench(duplicatesBench, async ([side = '', count = '']) => ({
    seconds: 0,
    figures: side === 'recall' ? await recall(Number(count)) : await many(),
  }))
