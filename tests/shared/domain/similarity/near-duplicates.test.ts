import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jaccard } from '../../../../shared/domain/similarity/jaccard.ts'
import {
  createNearDuplicateIndex,
  nearDuplicateFrom,
} from '../../../../shared/domain/similarity/near-duplicates.ts'
import { shinglesOf } from '../../../../shared/domain/similarity/shingles.ts'
import { createStemReader } from '../../../../shared/domain/similarity/stems.ts'

const ended = <T>(search: Generator<number, T>): T => {
  for (;;) {
    const step = search.next()
    if (step.done === true) return step.value
  }
}

const listed = (pairs: { readonly count: number; at(index: number): unknown }): readonly unknown[] =>
  Array.from({ length: pairs.count }, (_, index) => pairs.at(index))

function indexed(texts: readonly string[]) {
  const stemsOf = createStemReader()
  const index = createNearDuplicateIndex()
  const shingles = texts.map((text) => shinglesOf(stemsOf(text)))
  for (const list of shingles) index.add(list)
  return { index, shingles }
}

const town = [
  'Planter des arbres fruitiers dans le parc Barbieux, près de l’entrée nord',
  'PLANTER DES ARBRES FRUITIERS dans le parc barbieux pres de l entree nord',
  'Planter de beaux arbres fruitiers dans le parc Barbieux, près de l’entrée nord',
  'Une piste cyclable protégée le long du boulevard Gambetta',
  'Des bancs à l’ombre pour les aînés place de la Liberté',
]

describe('near-duplicates', () => {
  it('find one text under other accents, capitals and small edits, and tell how alike the two are', () => {
    const { index } = indexed(town)
    const pairs = listed(ended(index.all()))
    expect(pairs).toHaveLength(3)
    expect(pairs).toContainEqual({ left: 0, right: 1, score: 1 })
    expect(listed(index.near(2))).toHaveLength(2)
  })

  it('forget a text that was taken out', () => {
    const { index } = indexed(town)
    index.remove(1)
    expect(listed(ended(index.all()))).toMatchObject([{ left: 0, right: 2 }])
    expect(listed(index.near(0))).toMatchObject([{ left: 0, right: 2 }])
  })

  it('tell of a text copied a hundred times each copy with the first, not every copy with every other', () => {
    const { index } = indexed(Array.from({ length: 100 }, () => town[0] ?? ''))
    expect(listed(ended(index.all()))).toHaveLength(99)
    expect(index.firstAlike(57)).toBe(0)
  })

  it('never tell a pair that the exact method does not, nor with another score', () => {
    const word = fc.constantFrom(...'arbre banc école vélo place rue jardin fontaine ombre jeu'.split(' '))
    const text = fc.array(word, { minLength: 0, maxLength: 12 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), (texts) => {
        const { index, shingles } = indexed(texts)
        const pairs = ended(index.all())
        const seen = new Set<string>()
        for (let nth = 0; nth < pairs.count; nth++) {
          const { left, right, score } = pairs.at(nth)
          expect(left).toBeLessThan(right)
          expect(seen.has(`${left} ${right}`)).toBe(false)
          seen.add(`${left} ${right}`)
          const [mine, theirs] = [shingles[left], shingles[right]]
          if (mine === undefined || theirs === undefined) throw new Error('a slot without a text')
          expect(score).toBe(jaccard(mine, theirs))
          expect(score).toBeGreaterThanOrEqual(nearDuplicateFrom)
        }
      }),
    )
  })

  it('answer the same about one text as about all', () => {
    const { index } = indexed(town)
    const all = listed(ended(index.all()))
    const single = town.flatMap((_, slot) => listed(index.near(slot)))
    for (const pair of all) expect(single.filter((other) => other !== pair)).toContainEqual(pair)
    expect(single).toHaveLength(2 * all.length)
  })
})
