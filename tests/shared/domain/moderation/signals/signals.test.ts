import { describe, expect, it } from 'vitest'
import { raisedSignals, signals } from '../../../../../shared/domain/moderation/signals/index.ts'
import { type SignalSubject, wordsOnly } from '../../../../../shared/domain/moderation/signals/signal.ts'
import {
  defaultSignalSettings,
  type SignalSettings,
} from '../../../../../shared/domain/moderation/signals/signal-settings.ts'
import { en } from '../../../../../shared/messages/en/index.ts'
import { fr } from '../../../../../shared/messages/fr/index.ts'

const calm: SignalSubject = {
  ...wordsOnly('', ''),
  title: 'Un banc devant l’école',
  bodyText:
    'Il manque un banc à l’ombre devant l’école pour les grands-parents qui attendent la sortie à 16 h 30.',
  latitude: 50.69,
  longitude: 3.17,
  territory: [
    [
      [
        [
          [3.1, 50.6],
          [3.2, 50.6],
          [3.2, 50.8],
          [3.1, 50.8],
          [3.1, 50.6],
        ],
      ],
    ],
  ],
}

function raisedBy(part: Partial<SignalSubject>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(raisedSignals({ ...calm, ...part }).map(({ id, words }) => [id, words]))
}

describe('signals', () => {
  it('stay silent on an ordinary proposal', () => {
    expect(raisedSignals(calm)).toEqual([])
  })

  it.each([
    ['06 12 34 56 78'],
    ['+33 6 12 34 56 78'],
    ['03.20.12.34.56'],
    ['jean.martin@exemple.fr'],
    ['FR76 3000 6000 0112 3456 7890 189'],
  ])('show « %s » as a personal datum', (word) => {
    expect(raisedBy({ bodyText: `${calm.bodyText} Contact : ${word}.` })).toEqual({ 'personal-data': [word] })
  })

  it.each([
    '59 propositions en 2019',
    '100 000 euros, soit 12 345,67 par an',
    'entre le 12 et le 14 rue du Curoir',
  ])('see no personal datum in « %s »', (words) => {
    expect(raisedBy({ bodyText: `${calm.bodyText} ${words}` })).toEqual({})
  })

  it('explain themselves by the words that raised them', () => {
    expect(raisedBy({ bodyText: 'Un banc.' })).toEqual({ 'too-short': ['Un banc'] })
    expect(raisedBy({ bodyText: `${calm.bodyText} C’EST UNE HONTE ABSOLUE ! Merci.` })).toEqual({
      shouting: ['C’EST UNE HONTE ABSOLUE !'],
    })
    expect(raisedBy({ bodyText: `${calm.bodyText} Voir https://exemple.fr/bancs.` })).toEqual({
      links: ['https://exemple.fr/bancs'],
    })
    expect(raisedBy({ latitude: 48.85 })).toEqual({ 'outside-territory': ['48.85000, 3.17000'] })
  })

  it('do not take an acronym for shouting, nor a missing map for a foreign place', () => {
    expect(raisedBy({ bodyText: `${calm.bodyText} Le CCAS et la CAF aideront.` })).toEqual({})
    expect(raisedBy({ latitude: 48.85, territory: [] })).toEqual({})
  })

  it.each([
    ['Ce maire est un con fini.', ['un con']],
    ['Bande d’abrutis, vous êtes des c*nnards et des sal0pes.', ['abrutis', 'c*nnards', 'sal0pes']],
    ['Arrêtez de nous prendre pour des cons !', ['pour des cons']],
    ['Va te faire foutre.', ['Va te faire foutre']],
  ])('hear an insult in « %s »', (bodyText, words) => {
    expect(raisedBy({ bodyText: `${calm.bodyText} ${bodyText}` }).insults).toEqual(words)
  })

  it.each([
    'Contre le concours de conception du conseil, à Condé-sur-Noireau.',
    'Un tas de sable, une bande de pelouse, une espèce de plante.',
    'Ramasser les ordures et les déjections, composter le fumier du poney.',
    'Le clown du cirque et le voleur de bicyclette au ciné-club.',
    'La réputation des quartiers, une dispute sur la députation.',
  ])('hear none in « %s »', (bodyText) => {
    expect(raisedBy({ bodyText: `${calm.bodyText} ${bodyText}` }).insults).toBeUndefined()
  })

  it.each([
    ['J’ai 12 ans et je voudrais un skatepark.', true],
    ['Je suis en CM2 à l’école Molière.', true],
    ['Nous sommes des élèves du collège.', true],
    ['Mon fils de 12 ans et ma fille de 6 ans.', false],
    ['J’ai 12 ans d’expérience dans le métier.', false],
    ['Je suis professeur au collège, pour les enfants de 6 ans.', false],
    ['J’ai 42 ans.', false],
  ])('« %s »: written by a minor %s', (words, minor) => {
    expect('minor' in raisedBy({ bodyText: `${calm.bodyText} ${words}` })).toBe(minor)
  })

  it('see another commune by its postal code, or by its name where the démarche lists it', () => {
    const commune = { name: 'Roubaix', inseeCode: '59512' }
    expect(raisedBy({ commune, address: '3 rue Nationale, 59000 Lille' })).toEqual({
      'outside-territory': ['59000 Lille'],
    })
    expect(raisedBy({ commune, address: '3 rue de Lannoy, 59100 Roubaix' })).toEqual({})
    const settings = { ...defaultSignalSettings, otherCommunes: ['Croix', 'Hem'] }
    const named = (words: string) => raisedBy({ commune, settings, bodyText: `${calm.bodyText} ${words}` })
    expect(named('Un banc à Croix, place de la République.')).toEqual({ 'outside-territory': ['Croix'] })
    expect(named('La croix de pierre, rue de la Croix.')).toEqual({})
  })

  it('hold to what the démarche tuned', () => {
    const tuned = (part: Partial<SignalSettings>) => ({ ...defaultSignalSettings, ...part })
    const bodyText = `${calm.bodyText} Une promotion à la Foirfouille, contactez-nous.`
    expect(raisedBy({ bodyText })).toEqual({ advertising: ['contactez-nous'] })
    expect(raisedBy({ bodyText, settings: tuned({ off: ['advertising'] }) })).toEqual({})
    expect(raisedBy({ bodyText, settings: tuned({ ignoredWords: ['Contactez-nous'] }) })).toEqual({})
    expect(raisedBy({ bodyText, settings: tuned({ addedWords: ['foirfouille'] }) }).insults).toEqual([
      'Foirfouille',
    ])
    const settings = tuned({ requiredParts: ['district', 'contact'], mostPerAuthor: 2, fewestWords: 40 })
    expect(
      raisedBy({ settings, absentParts: ['contact', 'place'], earlierByAuthor: ['BP-0001', 'BP-0004'] }),
    ).toMatchObject({ 'missing-parts': ['contact'], 'same-author': ['BP-0001', 'BP-0004'] })
    expect('too-short' in raisedBy({ settings })).toBe(true)
  })

  it('have a name and an explanation in both languages', () => {
    for (const { id } of signals) {
      expect([fr.signals[id].name, en.signals[id].explanation].every((text) => text.length > 0)).toBe(true)
    }
  })
})
