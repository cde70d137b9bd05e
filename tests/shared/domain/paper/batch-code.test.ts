import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bareCode,
  batchCode,
  checkCharacter,
  communeInitials,
  formCode,
  isSoundCode,
} from '../../../../shared/domain/paper/batch-code.ts'

const character = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ')

describe('the code of a batch', () => {
  it('ends with the check character of ISO/IEC 7064, MOD 37,36', () => {
    // The example of a Global Release Identifier, which uses the same system: A1-2425G-ABC1234002-M.
    expect(checkCharacter('A12425GABC1234002')).toBe('M')
  })

  it('is short, tells the town, and is unlike every other', () => {
    const codes = Array.from({ length: 1_000 }, (_, index) => batchCode('SJB', index + 1))
    expect(new Set(codes).size).toBe(1_000)
    expect(codes.slice(0, 198).every((code) => /^SJB-[A-Z][1-9]-[0-9A-Z]$/.test(code))).toBe(true)
    expect(codes.every(isSoundCode)).toBe(true)
    expect(formCode('SJB-A7-3', 12)).toBe('SJB-A7-3 / 012')
  })

  it('takes the initials of a town, and the beginning of a town of one word', () => {
    expect(['Saint-Jean-de-Braye', 'Roubaix', 'L’Haÿ-les-Roses', 'Œuilly', ''].map(communeInitials)).toEqual([
      'SJB',
      'ROU',
      'HR',
      'OEU',
      'BP',
    ])
  })

  it('is read with or without its signs, in small letters too', () => {
    const code = batchCode('SJB', 7)
    expect([code, code.toLowerCase(), code.replaceAll('-', ' '), bareCode(code)].map(isSoundCode)).toEqual([
      true,
      true,
      true,
      true,
    ])
  })

  it('notices any one wrong character', () => {
    fc.assert(
      fc.property(
        fc.array(character, { minLength: 3, maxLength: 8 }),
        fc.nat(),
        character,
        (text, at, other) => {
          const code = [...text, checkCharacter(text.join(''))]
          const place = at % code.length
          fc.pre(code[place] !== other)
          return !isSoundCode(code.with(place, other).join(''))
        },
      ),
    )
  })
})
