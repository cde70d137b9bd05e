import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, cutText, looksLikeFormula } from '../../../../electron/exports/writers/cell-text.ts'

describe('cleanText', () => {
  it('leaves a welcome text alone, accents, emoji and line ends included', () => {
    const text = 'Œuvre à l’école :\n« arbres » 🌳\tfin'
    expect(cleanText(text)).toBe(text)
  })
  it('removes controls and lone surrogates, and ends lines by LF', () => {
    expect(cleanText('a\u0000\u001b\ud800b\udc00\r\nc\rd\uffff')).toBe('ab\nc\nd')
  })
})

describe('looksLikeFormula', () => {
  it('sees every way in, and only those', () => {
    const dangerous = ['=1', '+1', '-1', '@a', '\t=1', '\r=1', '\nx', '  =1', '＝1', '＠a']
    expect(dangerous.filter((text) => !looksLikeFormula(text))).toEqual([])
    expect(['bancs', '1-2', 'a=b', '(=1)', '', '«-»'].filter(looksLikeFormula)).toEqual([])
  })
})

describe('cutText', () => {
  it('never passes the limit nor splits a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 5, max: 40 }),
        (text, limit) => {
          const cut = cutText(text, '…', limit)
          expect(cut.length).toBeLessThanOrEqual(Math.max(limit, 0))
          expect(cut).toBe(cut.toWellFormed())
        },
      ),
    )
  })
})
