import { describe, expect, it } from 'vitest'
import { matchByInitials } from '../../../../shared/domain/paper/initials.ts'

const districts = ['Pile', 'Sainte-Élisabeth', 'Trois-Ponts', 'Fraternité', 'Sartel-Carihem', 'Épeule'].map(
  (name) => ({ name }),
)
const best = (typed: string) => matchByInitials(districts, typed)[0]?.name

describe('choosing by initials', () => {
  it('takes one letter, two initials with or without a sign, or the beginning of a word', () => {
    expect(['p', 'S-É', 'se', 'sc', 'tp', 'ponts', 'FRAT', 'epe'].map(best)).toEqual([
      'Pile',
      'Sainte-Élisabeth',
      'Sainte-Élisabeth',
      'Sartel-Carihem',
      'Trois-Ponts',
      'Trois-Ponts',
      'Fraternité',
      'Épeule',
    ])
  })

  it('finds nothing for what nothing begins with, and everything for nothing', () => {
    expect(matchByInitials(districts, 'zz')).toEqual([])
    expect(matchByInitials(districts, '').length).toBe(districts.length)
  })
})
