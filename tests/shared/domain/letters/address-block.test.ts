import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressBlock, addressHeight } from '../../../../shared/domain/letters/address-block.ts'
import { letterFileName } from '../../../../shared/domain/letters/letter-file-name.ts'
import { isMailAddress } from '../../../../shared/domain/letters/mail-address.ts'

describe('an address behind a window', () => {
  it('keeps its lines in plain type where they fit', () => {
    expect(addressBlock('Éloïse Dupont', '12 bis rue de l’Église\r\n\n59100 Roubaix ')).toEqual({
      lines: ['Éloïse Dupont', '12 bis rue de l’Église', '59100 Roubaix'],
      points: 11,
    })
  })

  it('breaks a name of 80 letters and gets smaller rather than leave the window', () => {
    const name = 'Association des habitantes et des habitants du quartier du Bout-du-Monde (AHQBM)'
    expect(name).toHaveLength(80)
    const { lines, points } = addressBlock(
      name,
      'Maison de quartier\nBâtiment C, escalier 4\n1 bis avenue du Général-de-Gaulle\nBP 12345\n45801 SAINT-JEAN-DE-BRAYE CEDEX',
    )
    expect(lines.length).toBeGreaterThan(6)
    expect(lines.length * points * (25.4 / 72) * 1.2).toBeLessThanOrEqual(addressHeight)
  })

  it('loses no letter of what was typed', () => {
    const text = fc.string({ unit: fc.constantFrom(..."abÉMWil1 -'"), maxLength: 120 })
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 7 }), (name, lines) => {
        const letters = (words: string): string => words.replace(/\s+/g, '')
        const block = addressBlock(name, lines.join('\n'))
        expect(letters(block.lines.join(''))).toBe(letters([name, ...lines].join('')))
        expect(block.lines.every((line) => line.trim() === line && line !== '')).toBe(true)
      }),
    )
  })
})

describe('the file of a letter', () => {
  it('has a name that no file system reads as a path', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }), (parts) => {
        expect(letterFileName(parts, 'pdf')).toMatch(/^[\p{L}\p{N}_-]+\.pdf$/u)
      }),
    )
    expect(letterFileName(['BP26-0142', 'Éloïse Dupont / Lefèvre'], 'pdf')).toBe(
      'BP26-0142_Éloïse-Dupont-Lefèvre.pdf',
    )
    expect(letterFileName(['con'], 'eml')).toBe('_con.eml')
  })
})

describe('an e-mail address', () => {
  it('is one address and nothing that could begin another header', () => {
    expect(isMailAddress('ana.l@exemple.fr')).toBe(true)
    for (const wrong of [
      'ana@exemple.fr\r\nBcc: tous@exemple.fr',
      'ana@exemple.fr, bob@exemple.fr',
      'Ana <ana@exemple.fr>',
      'ana@exemple',
      'ana exemple.fr',
      '',
    ])
      expect(isMailAddress(wrong), wrong).toBe(false)
  })
})
