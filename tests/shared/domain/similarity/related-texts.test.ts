import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRelatedTextIndex, relatedFrom } from '../../../../shared/domain/similarity/related-texts.ts'
import { createStemReader } from '../../../../shared/domain/similarity/stems.ts'

const ended = <T>(search: Generator<number, T>): T => {
  for (;;) {
    const step = search.next()
    if (step.done === true) return step.value
  }
}

function indexed(texts: readonly string[]) {
  const stemsOf = createStemReader()
  const index = createRelatedTextIndex()
  for (const text of texts) index.add(stemsOf(text))
  return index
}

function pairsOf(found: ReturnType<ReturnType<typeof createRelatedTextIndex>['all']>) {
  const pairs = ended(found)
  return Array.from({ length: pairs.count }, (_, index) => pairs.at(index))
}

const others = [
  'Des jeux d’eau pour rafraîchir la place en été',
  'Réparer les trottoirs abîmés de la rue Jules Guesde',
  'Une fresque sur le mur du gymnase Danton',
  'Agrandir la médiathèque et ouvrir le dimanche',
  'Un composteur collectif au pied des immeubles',
]

describe('related texts', () => {
  it('find one subject in other words and order', () => {
    const index = indexed([
      'Créer un jardin partagé avec des potagers pour les habitants du quartier de l’Épeule',
      ...others,
      'À l’Épeule, les habitants manquent de verdure : des potagers, un jardin à partager entre voisins du quartier',
    ])
    expect(pairsOf(index.all(() => false))).toMatchObject([{ left: 0, right: 6 }])
    expect(pairsOf(index.near([6]))).toMatchObject([{ left: 0, right: 6 }])
  })

  it('ask more of titles, which share a word by chance, than of full texts', () => {
    expect(relatedFrom(3)).toBe(0.55)
    expect(relatedFrom(400)).toBe(0.3)
    expect(relatedFrom(15)).toBeCloseTo(0.425)
  })

  it('leave out what is told to skip and what was taken out', () => {
    const index = indexed([...others, ...others])
    expect(pairsOf(index.all(() => false))).toHaveLength(5)
    expect(pairsOf(index.all((slot) => slot === 0))).toHaveLength(4)
    index.remove(9)
    expect(pairsOf(index.all(() => false))).toHaveLength(4)
  })

  it('miss no pair by looking up only the rare words of each text', () => {
    const words =
      'arbre banc école vélo place rue jardin fontaine ombre jeu mur eau parc sport table lampe'.split(' ')
    const text = fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 })
      .map((said) => said.join(' '))
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 9 }), (texts) => {
        const index = indexed(texts)
        const key = ({ left, right }: { left: number; right: number }): string => `${left} ${right}`
        const each = new Set(texts.flatMap((_, slot) => pairsOf(index.near([slot])).map(key)))
        const borderline = pairsOf(index.near(texts.map((_, slot) => slot))).filter(
          ({ score }) => Math.abs(score - 0.3) < 1e-5 || Math.abs(score - 0.55) < 1e-5,
        )
        fc.pre(borderline.length === 0)
        expect(new Set(pairsOf(index.all(() => false)).map(key))).toEqual(each)
      }),
    )
  })
})
