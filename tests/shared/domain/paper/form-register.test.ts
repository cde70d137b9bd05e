import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  controlTotals,
  formStates,
  missingNumbers,
  numberRuns,
  readRuns,
  writeRuns,
} from '../../../../shared/domain/paper/form-register.ts'

const printed = fc.integer({ min: 1, max: 300 })
const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 350 }), { maxLength: 200 })

describe('the register of a batch', () => {
  it('counts every printed form exactly once: known or missing', () => {
    fc.assert(
      fc.property(
        printed,
        fc.uniqueArray(
          fc.record({ number: fc.integer({ min: 1, max: 350 }), state: fc.constantFrom(...formStates) }),
          {
            selector: ({ number }) => number,
            maxLength: 200,
          },
        ),
        (count, forms) => {
          const totals = controlTotals(count, forms)
          const { entered, notReturned, blank, cancelled, missing } = totals
          expect(entered + notReturned + blank + cancelled + missing).toBe(count)
        },
      ),
    )
  })

  it('lists a number as missing if and only if it was printed and nothing is known of it', () => {
    fc.assert(
      fc.property(printed, numbers, (count, known) => {
        const missing = new Set(missingNumbers(count, known))
        for (let number = 1; number <= 350; number++)
          expect(missing.has(number)).toBe(number <= count && !known.includes(number))
      }),
    )
  })

  it('writes numbers as runs that are read back the same', () => {
    expect(writeRuns([9, 3, 7, 8])).toBe('3, 7–9')
    expect(numberRuns([])).toEqual([])
    fc.assert(
      fc.property(numbers, (some) => {
        expect(readRuns(writeRuns(some))).toEqual(some.toSorted((left, right) => left - right))
      }),
    )
  })

  it('reads runs as people type them, and refuses what is none', () => {
    expect(['4-6', '4 à 6 ; 9', '12', ' '].map(readRuns)).toEqual([[4, 5, 6], [4, 5, 6, 9], [12], []])
    expect(['six', '6-4', '1.5'].map(readRuns)).toEqual([undefined, undefined, undefined])
  })
})
