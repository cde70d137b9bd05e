import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  mostListedNumbers,
  readNumberRanges,
  writeNumberRanges,
} from '../../../../shared/domain/submissions/number-ranges.ts'

it('writes neighbours as one range', () => {
  expect(writeNumberRanges([9, 3, 4, 5, 40, 3])).toBe('3-5,9,40')
})

it('reads back what it wrote', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(5_000), { maxLength: 300 }), (numbers) => {
      const sorted = [...numbers].sort((left, right) => left - right)
      expect(readNumberRanges(writeNumberRanges(numbers))).toEqual(sorted)
    }),
  )
})

it('leaves out what is no number and never lists more than a list may hold', () => {
  expect(readNumberRanges('1,x,-3,7-6,8-9,"')).toEqual([1, 8, 9])
  expect(readNumberRanges('0-999999999')).toHaveLength(mostListedNumbers)
})
