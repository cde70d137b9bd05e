import { expect, it } from 'vitest'
import { guessMeetingKind } from '../../../../shared/domain/meetings/guess-meeting-kind.ts'

it.each([
  ['Soirée de lancement', 'launch'],
  ['Stand au marché du samedi', 'stand'],
  ['Atelier à la résidence', 'workshop'],
  ['Café des parents à l’école', 'drop-in'],
  ['Marche dans la vallée', 'walk'],
  ['Présentation publique des projets', 'public-meeting'],
  ['Conseil de quartier', null],
  ['Démarche participative', null],
] as const)('%s: %s', (title, kind) => {
  expect(guessMeetingKind(title)).toBe(kind)
})
