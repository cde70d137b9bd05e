import { describe, expect, it } from 'vitest'
import { folderOf, proposedFileName } from '../../../renderer/formats/file-name.ts'

describe('proposedFileName', () => {
  it('joins commune, edition, document and day in a name that every system takes', () => {
    expect(proposedFileName(['Saint-Jean-de-Braye', 'Édition 2026', 'bilan', '2026-11-25'], 'pdf')).toBe(
      'saint-jean-de-braye_edition-2026_bilan_2026-11-25.pdf',
    )
  })

  it('leaves out what is not known and what no file may be called', () => {
    expect(proposedFileName(['', ' / ', 'L’Haÿ : « Roses » ?', 'registre'], 'xlsx')).toBe(
      'l-hay-roses_registre.xlsx',
    )
  })
})

describe('folderOf', () => {
  it('keeps the separator of the system', () => {
    expect(folderOf('/home/agent/Documents/bilan.pdf')).toBe('/home/agent/Documents/')
    expect(folderOf('C:\\Mairie\\bilan.pdf')).toBe('C:\\Mairie\\')
    expect(folderOf('bilan.pdf')).toBe('')
  })
})
