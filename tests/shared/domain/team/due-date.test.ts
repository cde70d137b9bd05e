import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysLeft, dueAt, dueOn, lateCondition } from '../../../../shared/domain/team/due-date.ts'

const paris = 'Europe/Paris'
const rule = { decisionDays: 10, admissibilityClosesAt: '2026-04-20T22:00:00.000Z', timeZone: paris }

describe('the due date of a decision', () => {
  it('is so many days after the deposit, at the latest the end of the phase', () => {
    const early = { stage: 'submitted', submittedAt: '2026-03-02T09:00:00.000Z', replyByOn: null } as const
    expect(dueOn(dueAt(early, rule) ?? '', paris)).toBe('2026-03-12')
    const lateDeposit = {
      stage: 'submitted',
      submittedAt: '2026-04-18T09:00:00.000Z',
      replyByOn: null,
    } as const
    expect(dueAt(lateDeposit, rule)).toBe(rule.admissibilityClosesAt)
    expect(dueOn(rule.admissibilityClosesAt, paris)).toBe('2026-04-20')
  })

  it('waits for the proposer until the day of the reply, at the latest the end of the phase, and asks nothing of what is decided', () => {
    const given = { submittedAt: '2026-03-02T09:00:00.000Z', replyByOn: null }
    expect(dueAt({ stage: 'incomplete', ...given }, rule)).toBe(rule.admissibilityClosesAt)
    expect(dueAt({ stage: 'admissible', ...given }, rule)).toBeNull()
    const awaited = { stage: 'incomplete', ...given, replyByOn: '2026-03-29' } as const
    expect(dueAt(awaited, rule)).toBe('2026-03-29T22:00:00.000Z')
    expect(dueAt({ stage: 'submitted', ...given }, { ...rule, decisionDays: null })).toBe(
      rule.admissibilityClosesAt,
    )
    expect(
      dueAt(
        { stage: 'submitted', ...given },
        { decisionDays: null, admissibilityClosesAt: null, timeZone: paris },
      ),
    ).toBeNull()
  })

  it('I19 counts whole local days over the change of the clocks', () => {
    // Deposited late on Saturday 28 March in Paris; the clocks go forward that night.
    const deposit = { stage: 'submitted', submittedAt: '2026-03-28T22:30:00.000Z', replyByOn: null } as const
    const due = dueAt(deposit, { ...rule, decisionDays: 1, admissibilityClosesAt: null })
    expect(due).toBe('2026-03-29T22:00:00.000Z')
    expect([
      daysLeft(due ?? '', '2026-03-28T22:59:00.000Z', paris),
      daysLeft(due ?? '', '2026-03-29T21:59:00.000Z', paris),
      daysLeft(due ?? '', '2026-03-29T22:00:00.000Z', paris),
    ]).toEqual([1, 0, -1])
    // An hour later in Paris it is the next day, and so is the date by which it is due.
    const later = { ...deposit, submittedAt: '2026-03-28T23:30:00.000Z' }
    expect(dueOn(dueAt(later, { ...rule, decisionDays: 1 }) ?? '', paris)).toBe('2026-03-30')
    // The same instant is another day in Martinique.
    expect(
      dueOn(
        dueAt(later, { ...rule, decisionDays: 1, timeZone: 'America/Martinique' }) ?? '',
        'America/Martinique',
      ),
    ).toBe('2026-03-29')
  })

  it('is told by a query exactly as by the rule', () => {
    const instant = fc
      .integer({ min: Date.UTC(2026, 0), max: Date.UTC(2027, 0) })
      .map((at) => new Date(at).toISOString())
    fc.assert(
      fc.property(
        instant,
        instant,
        fc.option(instant, { nil: null }),
        fc.option(fc.nat(60), { nil: null }),
        fc.constantFrom(paris, 'America/Martinique', 'Pacific/Noumea'),
        fc.constantFrom('submitted' as const, 'incomplete' as const),
        fc.option(
          instant.map((at) => at.slice(0, 10)),
          { nil: null },
        ),
        (submittedAt, now, admissibilityClosesAt, decisionDays, timeZone, stage, replyByOn) => {
          const given = { admissibilityClosesAt, decisionDays, timeZone }
          const due = dueAt({ stage, submittedAt, replyByOn }, given)
          const { everything, submittedBefore, awaitedBeforeOn } = lateCondition(now, given)
          const asked =
            everything ||
            (stage === 'submitted' && submittedBefore !== null && submittedAt < submittedBefore) ||
            (stage === 'incomplete' && replyByOn !== null && replyByOn < awaitedBeforeOn)
          expect(asked).toBe(due !== null && due <= now)
          // A phase may close in the middle of a day: late by the hour, though not by a day yet.
          if (due !== null && daysLeft(due, now, timeZone) < 0) expect(asked).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
})
