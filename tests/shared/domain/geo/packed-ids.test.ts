import fc from 'fast-check'
import { expect, it } from 'vitest'
import { idAt, packIds } from '../../../../shared/domain/geo/packed-ids.ts'

it('gives every identifier back', () => {
  fc.assert(
    fc.property(fc.array(fc.uuid(), { maxLength: 50 }), (ids) => {
      const packed = packIds(ids)
      expect(packed.length).toBe(ids.length * 16)
      expect(ids.map((_, index) => idAt(packed, index))).toEqual(ids)
    }),
  )
})
