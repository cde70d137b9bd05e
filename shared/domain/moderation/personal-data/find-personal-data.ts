import { foldInPlace } from '../text-folding.ts'
import { findIbans } from './iban.ts'
import { findLicencePlates } from './licence-plate.ts'
import type { PersonalKind, PersonalPassage } from './personal-passage.ts'
import { findPostalAddresses } from './postal-address.ts'
import { findSocialSecurityNumbers } from './social-security-number.ts'

/** French numbers as people write them: 01 23 45 67 89, 01.23.45.67.89, +33 (0)1 23…, 0033 1…, 06-12-34-56-78. */
const french =
  /(?<![\d+]|\d[ .\u00a0])(?:(?:\+|00)33[\s.-]?(?:\(0\)[\s.-]?)?[1-9]|0[1-9])(?:[\s.\u00a0/-]?\d{2}){4}(?!\d|[ .]\d{2}\b)/g
/** Numbers of elsewhere, overseas France among them: a plus, a country, seven digits or more. */
const foreign = /(?<![\d+])(?:\+|00)(?!33)[1-9]\d{0,2}(?:[\s.\u00a0-]?\(?\d{1,4}\)?){3,6}(?!\d)/g
const email = /[\w.+-]+@[\w-]+(?:\.[\w-]*\w)+/g

function every(text: string, pattern: RegExp): readonly { readonly passage: string; readonly at: number }[] {
  return [...text.matchAll(pattern)].map((match) => ({ passage: match[0], at: match.index }))
}

/** Foreign numbers of a believable length. */
function foreignPhones(text: string): ReturnType<typeof every> {
  return every(text, foreign).filter(({ passage }) => {
    const digits = passage.replace(/\D/g, '').length
    return digits >= 9 && digits <= 15
  })
}

/**
 * Passages of a text that reach, pay or identify somebody, in the order of reading. Numbers that carry a key (IBAN,
 * social security number) are found only if it is right.
 */
export function findPersonalData(text: string): readonly PersonalPassage[] {
  const folded = foldInPlace(text)
  const of = (kind: PersonalKind, found: ReturnType<typeof every>): readonly PersonalPassage[] =>
    found.map(({ passage, at }) => ({ kind, passage, at }))
  const numbers = [
    ...of('iban', findIbans(text)),
    ...of('social-security-number', findSocialSecurityNumbers(text)),
  ]
  const phones = [...every(text, french), ...foreignPhones(text)].filter(
    ({ passage, at }) =>
      !numbers.some((number) => at < number.at + number.passage.length && number.at < at + passage.length),
  )
  return [
    ...numbers,
    ...of('phone', phones),
    ...of('email', every(text, email)),
    ...of('postal-address', findPostalAddresses(text, folded)),
    ...of('licence-plate', findLicencePlates(text, folded)),
  ].sort((left, right) => left.at - right.at)
}
