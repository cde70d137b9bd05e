import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersonalData } from '../../../../../shared/domain/moderation/personal-data/find-personal-data.ts'
import { isIban } from '../../../../../shared/domain/moderation/personal-data/iban.ts'
import { isSocialSecurityNumber } from '../../../../../shared/domain/moderation/personal-data/social-security-number.ts'

const found = (text: string) => findPersonalData(text).map(({ kind, passage }) => `${kind} ${passage}`)

/** A French IBAN with right check digits: 23 characters after the two letters and two digits. */
const iban = fc.stringMatching(/^[0-9]{10}[0-9A-Z]{11}[0-9]{2}$/).map((account) => {
  const digits = [...`${account}FR00`].map((letter) => Number.parseInt(letter, 36)).join('')
  const rest = [...digits].reduce((sum, digit) => (sum * 10 + Number(digit)) % 97, 0)
  return `FR${String(98 - rest).padStart(2, '0')}${account}`
})

const department = fc.oneof(
  fc.integer({ min: 1, max: 95 }).map((number) => String(number).padStart(2, '0')),
  fc.constantFrom('2A', '2B'),
)
const socialSecurityNumber = fc
  .record({
    sex: fc.constantFrom('1', '2'),
    year: fc.stringMatching(/^\d{2}$/),
    month: fc.integer({ min: 1, max: 12 }).map((number) => String(number).padStart(2, '0')),
    department,
    commune: fc.stringMatching(/^\d{3}$/),
    order: fc.stringMatching(/^\d{3}$/),
  })
  .map(({ sex, year, month, department: code, commune, order }) => {
    const body = `${sex}${year}${month}${code}${commune}${order}`
    const key = 97 - (Number(body.replace('2A', '19').replace('2B', '18')) % 97)
    return `${body}${String(key).padStart(2, '0')}`
  })

/** Another digit in the place of one digit. */
function altered(code: string, place: number, by: number): string {
  const at = [...code].findIndex((letter, index) => index >= place && /\d/.test(letter))
  return `${code.slice(0, at)}${(Number(code[at]) + by) % 10}${code.slice(at + 1)}`
}

describe('personal data in a text', () => {
  it('holds every IBAN whose check digits are right, spaced or not, and none with another digit', () => {
    fc.assert(
      fc.property(
        iban,
        fc.integer({ min: 4, max: 13 }),
        fc.integer({ min: 1, max: 9 }),
        (code, place, by) => {
          const spaced = code.replace(/(.{4})(?=.)/g, '$1 ')
          expect(found(`Virement sur ${spaced} avant mardi.`)).toContain(`iban ${spaced}`)
          expect(found(`Virement sur ${code}.`)).toContain(`iban ${code}`)
          expect(isIban(altered(code, place, by))).toBe(false)
        },
      ),
    )
  })

  it('holds every social security number whose key is right, Corsica included, and none with another digit', () => {
    fc.assert(
      fc.property(
        socialSecurityNumber,
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 1, max: 9 }),
        (code, place, by) => {
          expect(found(`Mon numéro est le ${code}.`)).toContain(`social-security-number ${code}`)
          expect(isSocialSecurityNumber(altered(code, place, by))).toBe(false)
        },
      ),
    )
  })

  it('holds plates: with hyphens always, the old ones and the spaced ones only where a vehicle is spoken of', () => {
    const letters = fc.stringMatching(/^[A-HJ-NP-RV-Z]{2}$/)
    fc.assert(
      fc.property(letters, fc.stringMatching(/^\d{3}$/), letters, (left, digits, right) => {
        fc.pre(left !== 'WW')
        expect(found(`Garée là : ${left}-${digits}-${right}.`)).toEqual([
          `licence-plate ${left}-${digits}-${right}`,
        ])
      }),
    )
    expect(found('La voiture 123 ABC 59 gêne.')).toEqual(['licence-plate 123 ABC 59'])
    expect(found('Le lot 123 ABC 59 du marché.')).toEqual([])
    expect(found('Article AB 123 CD du code.')).toEqual([])
  })

  it.each([
    'phone 06 12 34 56 78',
    'phone +33 (0)6 12 34 56 78',
    'phone 0033 6 12 34 56 78',
    'phone 03.20.12.34.56',
    'phone +262 692 12 34 56',
    'phone +32 470 12 34 56',
    'email jean.martin@exemple.fr',
  ])('holds %s', (expected) => {
    const passage = expected.slice(expected.indexOf(' ') + 1)
    expect(found(`Écrire ou appeler ${passage}, le soir.`)).toEqual([expected])
  })

  it('tells where somebody lives from where a project would stand', () => {
    expect(found('J’habite au 12 bis rue de Lannoy, près du parc.')).toEqual([
      'postal-address 12 bis rue de Lannoy',
    ])
    expect(found('Chez Mme Leroy, 4 avenue Linné.')).toEqual(['postal-address 4 avenue Linné'])
    expect(found('Un banc devant le 12 rue de Lannoy.')).toEqual([])
    expect(found('J’habite ce quartier. Le square du 8 rue Ingres est vide.')).toEqual([])
  })

  it.each([
    'entre 10 000 et 12 000 euros, soit 1 234 567,89 € en 2026',
    'SIRET 217 505 122 00017',
    'du 01 02 au 05 03 2026',
    'les articles 10 20 30 40 50 60',
  ])('sees nothing in « %s »', (text) => {
    expect(found(text)).toEqual([])
  })
})
