import { describe, expect, it } from 'vitest'
import { clustersOf } from '../../../../shared/domain/similarity/clusters.ts'
import { contentWords } from '../../../../shared/domain/similarity/content-words.ts'
import {
  type ComparedText,
  createSimilarityIndex,
} from '../../../../shared/domain/similarity/similarity-index.ts'

const ended = <T>(search: Generator<number, T>): T => {
  for (;;) {
    const step = search.next()
    if (step.done === true) return step.value
  }
}

function text(id: string, title: string, more: Partial<ComparedText> = {}): ComparedText {
  return {
    id,
    processId: 'bp',
    theme: 'nature',
    title,
    bodyText: '',
    latitude: null,
    longitude: null,
    ...more,
  }
}

describe('similarity index', () => {
  it('tells a pair once, as the kind that says most, with the distance when both are on the map', () => {
    const index = createSimilarityIndex()
    const here = { latitude: 50.69, longitude: 3.17 }
    const near = { latitude: 50.6905, longitude: 3.17 }
    index.put(text('b', 'Planter des arbres fruitiers au parc Barbieux', here))
    index.put(text('a', 'Planter des arbres fruitiers au parc Barbieux !', near))
    index.put(text('c', 'Une fontaine à boire', near))
    const pairs = ended(index.all())
    expect(pairs).toEqual([
      { a: 'a', b: 'b', kind: 'near-duplicate', score: 1, distance: 56 },
      { a: 'a', b: 'c', kind: 'same-place', score: 1, distance: 0 },
      { a: 'b', b: 'c', kind: 'same-place', score: expect.closeTo(1 - 55.6 / 150, 2), distance: 56 },
    ])
    expect(ended(index.near(['c']))).toEqual(pairs.slice(1))
  })

  it('compares a text as it reads now, and no longer once it is gone', () => {
    const index = createSimilarityIndex()
    index.put(text('a', 'Planter des arbres fruitiers au parc Barbieux'))
    index.put(text('b', 'Rénover le gymnase Danton'))
    expect(ended(index.all())).toEqual([])
    index.put(text('b', 'Planter des arbres fruitiers au parc Barbieux'))
    expect(ended(index.near(['b']))).toMatchObject([{ a: 'a', b: 'b', kind: 'near-duplicate' }])
    index.remove('a')
    expect(ended(index.near(['b']))).toEqual([])
    expect(index.size).toBe(1)
  })

  it('tells a copy in another démarche, but no mere likeness across two of them', () => {
    const index = createSimilarityIndex()
    const place = { latitude: 50.69, longitude: 3.17 }
    index.put(text('a', 'Rénover le gymnase Danton', place))
    index.put(text('b', 'Rénover le gymnase Danton', { ...place, processId: 'before' }))
    index.put(text('c', 'Une fontaine à boire', { ...place, processId: 'before' }))
    expect(ended(index.all()).map(({ a, b, kind }) => `${a}${b} ${kind}`)).toEqual([
      'ab near-duplicate',
      'bc same-place',
    ])
  })

  it('takes no place without a theme for a likeness', () => {
    const index = createSimilarityIndex()
    const place = { latitude: 50.69, longitude: 3.17, theme: null }
    index.put(text('a', 'Rénover le gymnase', place))
    index.put(text('b', 'Une fontaine à boire', place))
    expect(ended(index.all())).toEqual([])
  })
})

describe('content words', () => {
  it('are folded, without elisions and small words', () => {
    expect(contentWords('L’École du Cœur, à 30 km/h : c’est pour NOUS tous')).toEqual([
      'ecole',
      'coeur',
      '30',
      'km',
      'h',
    ])
  })

  it('of a text of small words alone are all of them', () => {
    expect(contentWords('Pour nous tous')).toEqual(['pour', 'nous', 'tous'])
  })
})

describe('clusters', () => {
  it('hold together through others', () => {
    expect(
      clustersOf([
        { a: '1', b: '2' },
        { a: '5', b: '6' },
        { a: '3', b: '2' },
        { a: '6', b: '7' },
      ]),
    ).toEqual([
      ['1', '2', '3'],
      ['5', '6', '7'],
    ])
  })
})
