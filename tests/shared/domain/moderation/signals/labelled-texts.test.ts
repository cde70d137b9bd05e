import { describe, expect, it } from 'vitest'
import { labelledTexts, scoredSignals, scoreOf } from '../../../../helpers/labelled-texts.ts'

/** How right each signal was when this test was written, less a little; a rule that does worse shall be noticed. */
const floors = {
  'personal-data': { precision: 1, recall: 1 },
  insults: { precision: 0.85, recall: 0.85 },
  minor: { precision: 1, recall: 1 },
  'too-short': { precision: 0.75, recall: 0.9 },
  'other-language': { precision: 0.98, recall: 0.95 },
  advertising: { precision: 1, recall: 1 },
  links: { precision: 0.95, recall: 0.95 },
  shouting: { precision: 0.95, recall: 0.95 },
} as const

describe('signals on real texts', () => {
  it('were read by somebody in more than three hundred texts', () => {
    expect(labelledTexts.length).toBeGreaterThan(300)
  })

  it.each(scoredSignals)('%s: what it raises is right, and little is missed', (id) => {
    const { precision, recall } = scoreOf(id)
    expect(precision).toBeGreaterThanOrEqual(floors[id].precision)
    expect(recall).toBeGreaterThanOrEqual(floors[id].recall)
  })
})
