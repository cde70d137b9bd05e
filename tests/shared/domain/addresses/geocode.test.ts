import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAddressIndex, type KnownStreet } from '../../../../shared/domain/addresses/address-index.ts'
import {
  addressLabel,
  defaultThreshold,
  geocode,
  type KnownDoor,
} from '../../../../shared/domain/addresses/geocode.ts'
import { streetKey } from '../../../../shared/domain/addresses/street-words.ts'

const names = [
  'Rue Raymond Corraze',
  'Boulevard Saint-Michel',
  'Avenue Jean Jaurès',
  'Rue Jean Jaurès',
  'Place du 8 Mai 1945',
  'Rue du 11 Novembre 1918',
  'Allée de l’Œuvre',
  'Impasse du Cimetière',
  'Chemin de Bitet',
  'Rue de la République',
  'Rue Général de Gaulle',
  'Rue d’Albi',
]
const streets: readonly KnownStreet[] = names.map((name, index) => ({
  id: index + 1,
  name,
  key: streetKey(name),
  postcode: '31500',
  commune: 'Toulouse',
}))
const doors: readonly KnownDoor[] = [
  { id: 1, number: 1, suffix: '', longitude: 1.4, latitude: 43.6 },
  { id: 2, number: 3, suffix: '', longitude: 1.4, latitude: 43.601 },
  { id: 3, number: 3, suffix: 'bis', longitude: 1.4, latitude: 43.6011 },
  { id: 4, number: 12, suffix: '', longitude: 1.4, latitude: 43.602 },
  { id: 5, number: 14, suffix: '', longitude: 1.4, latitude: 43.603 },
]
const index = createAddressIndex(streets)
const find = (text: string) => geocode(text, index, () => doors)
const best = (text: string): string | undefined => {
  const [match] = find(text)
  return match === undefined
    ? undefined
    : `${match.door?.number ?? ''}${match.door?.suffix ?? ''} ${match.street.name}`
}

describe('an address', () => {
  it.each([
    ['12 rue Raymond Corraze', '12 Rue Raymond Corraze'],
    ['12, R. RAYMOND CORRAZE 31500 TOULOUSE', '12 Rue Raymond Corraze'],
    ['3 bis bd St Michel', '3bis Boulevard Saint-Michel'],
    ['3B Bld. Saint-Michel', '3bis Boulevard Saint-Michel'],
    ['3bis boul st-michel', '3bis Boulevard Saint-Michel'],
    ['12-14 av. Jean-Jaurès', '12 Avenue Jean Jaurès'],
    ['12 à 14 rue jean jaures', '12 Rue Jean Jaurès'],
    ['12 rue J. Jaurès', '12 Rue Jean Jaurès'],
    ['rue raymond coraze, 12', '12 Rue Raymond Corraze'],
    ['12 rue raimond corrase', '12 Rue Raymond Corraze'],
    ['place du huit mai 1945', ' Place du 8 Mai 1945'],
    ['12 rue du onze novembre', '12 Rue du 11 Novembre 1918'],
    ["1 all. de l'oeuvre", '1 Allée de l’Œuvre'],
    ['Devant l’école, 12 rue de la République, côté parc', '12 Rue de la République'],
    ['31500 Toulouse, 12 rue de la République', '12 Rue de la République'],
    ['12 r du Gal de Gaulle', '12 Rue Général de Gaulle'],
    ['n° 12 chemin de Bitet', '12 Chemin de Bitet'],
    ['12 rue d albi', '12 Rue d’Albi'],
  ])('%s is %s', (written, wanted) => {
    expect(best(written)).toBe(wanted)
  })

  it('says what its match rests on', () => {
    expect(find('12 rue de la République')[0]).toMatchObject({ kind: 'exact', score: 1 })
    expect(find('10 rue de la République')[0]).toMatchObject({ kind: 'nearest', door: { number: 12 } })
    expect(find('1 ter rue de la République')[0]).toMatchObject({ kind: 'nearest', door: { number: 1 } })
    expect(find('rue de la République')[0]).toMatchObject({ kind: 'street', door: undefined })
    expect(find('812 rue de la République')[0]).toMatchObject({ kind: 'street', door: undefined })
  })

  it('is uncertain where two streets fit as well, and never sure enough to be placed in one act', () => {
    const [match] = find('12 Jean Jaurès')
    expect(match?.kind).toBe('uncertain')
    expect(match?.score).toBeLessThan(defaultThreshold)
  })

  it.each(['dans mon jardin', '', '12', 'chez Mme Dupont', '??', 'partout dans la ville'])(
    'finds nothing sure in « %s »',
    (written) => {
      expect(find(written)[0]?.score ?? 0).toBeLessThan(defaultThreshold)
    },
  )

  it('finds a street by its beginning while it is typed', () => {
    const typed = geocode('12 rue ray', index, () => doors, { unfinished: true })
    expect(typed[0] && addressLabel(typed[0])).toBe('12 Rue Raymond Corraze, 31500 Toulouse')
    expect(geocode('12 rue ray', index, () => doors)[0]?.street.name).not.toBe('Rue Raymond Corraze')
  })

  it('is found whatever its case, accents, hyphens and spaces', () => {
    const rewrite = fc.constantFrom<(text: string) => string>(
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => text.normalize('NFD').replace(/\p{Mn}/gu, ''),
      (text) => text.replaceAll(' ', '  '),
      (text) => text.replaceAll(' ', '-').replace('-', ' '),
      (text) => text.replaceAll('’', "'"),
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: names.length - 1 }), rewrite, rewrite, (at, first, second) => {
        const written = `12 ${second(first(names[at] ?? ''))}`
        expect(best(written)).toBe(`12 ${names[at]}`)
      }),
    )
  })

  it('survives any text, with scores between 0 and 1 in falling order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const scores = find(text).map(({ score }) => score)
        expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true)
      }),
    )
  })
})

describe('the key of a street', () => {
  it('does not change when it is taken again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), (name) => {
        expect(streetKey(streetKey(name))).toBe(streetKey(name))
      }),
    )
    expect(streetKey('BD ST-MICHEL')).toBe(streetKey('Boulevard Saint Michel'))
    expect(streetKey('Pl. Dr Émile-Roux')).toBe('place docteur emile roux')
  })
})
