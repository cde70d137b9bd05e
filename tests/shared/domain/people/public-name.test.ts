import { describe, expect, it } from 'vitest'
import { publicName } from '../../../../shared/domain/people/public-name.ts'

describe('publicName', () => {
  it.each([
    ['Laura Martin', 'Laura M.'],
    ['Jean-Michel de la Tour', 'Jean-Michel T.'],
    ['Association Les Jardins du Pile', 'Association Les Jardins du Pile'],
    ['Les voisins de la rue', 'Les voisins de la rue'],
    ['Zoé', 'Zoé'],
    ['  ', ''],
  ])('prints %s as %s', (name, printed) => {
    expect(publicName(name)).toBe(printed)
  })
})
