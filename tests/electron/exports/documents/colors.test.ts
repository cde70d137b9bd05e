import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast, inkOn, readableOnWhite, safeColor } from '../../../../electron/exports/documents/colors.ts'

const anyColor = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => safeColor(`#${value.toString(16).padStart(6, '0')}`))

describe('colours of documents', () => {
  it('lets only plain hexadecimal colours through', () => {
    expect(safeColor('red;} *{display:none', '#123456')).toBe('#123456')
    expect(safeColor(' #ABC ')).toBe('#aabbcc')
    expect(safeColor(null, '#123456')).toBe('#123456')
  })

  it('keeps text readable on any colour and in any colour on paper (4.5:1)', () => {
    fc.assert(
      fc.property(anyColor, (color) => {
        expect(contrast(color, inkOn(color))).toBeGreaterThanOrEqual(4.5)
        expect(contrast(readableOnWhite(color), '#ffffff')).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })
})
