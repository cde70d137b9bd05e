import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type MarkedPart,
  markCommon,
  markDifferences,
} from '../../../../renderer/pages/duplicates/word-marks.ts'

const marked = (parts: readonly MarkedPart[]): readonly string[] =>
  parts.filter((part) => part.marked).map(({ text }) => text)
const whole = (parts: readonly MarkedPart[]): string => parts.map(({ text }) => text).join('')

describe('word marks', () => {
  it('show the words of one side only, not capitals, accents or commas', () => {
    const { left, right } = markDifferences(
      'Des bancs à l’ombre, place Carnot.',
      'DES BANCS À L’OMBRE place de la Liberté',
    )
    expect(marked(left)).toEqual(['Carnot'])
    expect(marked(right)).toEqual(['de la Liberté'])
  })

  it('show the words that both have, whatever their form', () => {
    const { left, right } = markCommon('Planter des arbres fruitiers', 'Un arbre devant l’école, à planter')
    expect(marked(left)).toEqual(['Planter', 'arbres'])
    expect(marked(right)).toEqual(['arbre', 'planter'])
  })

  it('lose no character of either text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'éa B’,\n9 œ'), maxLength: 40 })
    fc.assert(
      fc.property(text, text, (left, right) => {
        for (const mark of [markDifferences, markCommon]) {
          const shown = mark(left, right)
          expect([whole(shown.left), whole(shown.right)]).toEqual([left, right])
        }
      }),
    )
  })

  it('mark nothing in equal texts', () => {
    expect(marked(markDifferences('Deux fois\n\nle même', 'Deux fois\n\nle même').left)).toEqual([])
  })
})
