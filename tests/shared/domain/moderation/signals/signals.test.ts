import { describe, expect, it } from 'vitest'
import { raisedSignals, signals } from '../../../../../shared/domain/moderation/signals/index.ts'
import type { SignalSubject } from '../../../../../shared/domain/moderation/signals/signal.ts'
import { en } from '../../../../../shared/messages/en/index.ts'
import { fr } from '../../../../../shared/messages/fr/index.ts'

const calm: SignalSubject = {
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

  it('have a name and an explanation in both languages', () => {
    for (const { id } of signals) {
      expect([fr.signals[id].name, en.signals[id].explanation].every((text) => text.length > 0)).toBe(true)
    }
  })
})
