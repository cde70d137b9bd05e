import { describe, expect, it } from 'vitest'
import { agreementPercent, needsSecondOpinion } from '../../../../shared/domain/moderation/second-opinion.ts'
import { verdicts } from '../../../../shared/domain/moderation/verdict.ts'

describe('the second opinion', () => {
  it('is asked for refusals, or for every decision on the merits', () => {
    expect(verdicts.filter((verdict) => needsSecondOpinion('none', verdict))).toEqual([])
    expect(verdicts.filter((verdict) => needsSecondOpinion('refusals', verdict))).toEqual(['inadmissible'])
    expect(verdicts.filter((verdict) => needsSecondOpinion('all', verdict))).toEqual([
      'admissible',
      'incomplete',
      'inadmissible',
    ])
  })

  it('tells the agreement in whole percent, and nothing without an opinion', () => {
    expect([
      agreementPercent({ agreed: 0, given: 0 }),
      agreementPercent({ agreed: 2, given: 3 }),
      agreementPercent({ agreed: 1, given: 8 }),
      agreementPercent({ agreed: 8, given: 8 }),
    ]).toEqual([null, 67, 13, 100])
  })
})
