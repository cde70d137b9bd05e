import { describe, expect, it } from 'vitest'
import { detectSeparator } from '../../../../electron/imports/text/detect-separator.ts'

describe('detectSeparator', () => {
  it('takes the one that cuts the header like the rows', () => {
    expect(detectSeparator('id;titre;texte\n1;Banc;À l’ombre\n2;Arbre;Un tilleul\n')).toBe(';')
    expect(detectSeparator('id,title,body\n1,Bench,"In the shade; by the school"\n')).toBe(',')
    expect(detectSeparator('id\ttitre\n1\tBanc, arbre\n')).toBe('\t')
  })

  it('is not misled by as many commas in every text', () => {
    const text = 'Un banc, une table, un tilleul, une fontaine, un abri, un jeu, une haie, une allée'
    const rows = Array.from({ length: 50 }, (_, index) => `${index};Banc ${index};${text}`)
    expect(detectSeparator(`id;titre;texte\n${rows.join('\n')}\n`)).toBe(';')
  })

  it('finds it under a title line', () => {
    expect(detectSeparator('Propositions 2026\n\nid;titre;texte\n1;Banc;Ombre\n2;Arbre;Tilleul\n')).toBe(';')
  })
})
