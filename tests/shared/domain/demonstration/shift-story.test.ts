import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shiftStory } from '../../../../shared/domain/demonstration/shift-story.ts'
import { storySchema } from '../../../../shared/domain/demonstration/story.ts'

const story = storySchema.parse(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../../resources/demonstration/roubaix.json'), 'utf8'),
  ),
)
const dayOf = (on: string): number => Date.parse(on) / 86_400_000

describe('shiftStory', () => {
  it('brings the moderation to where some days of it are gone and some are left, on any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayOf('2019-06-10'), max: dayOf('2080-12-31') }), (today) => {
        const shifted = shiftStory(story, new Date(today * 86_400_000).toISOString().slice(0, 10))
        const phase = shifted.phases.find(({ kind }) => kind === 'admissibility')
        const open = today - dayOf(phase?.opensOn ?? '')
        expect(open).toBeGreaterThanOrEqual(5)
        expect(open).toBeLessThanOrEqual(11)
        expect(dayOf(phase?.closesOn ?? '')).toBeGreaterThan(today)
      }),
    )
  })

  it('keeps weekdays, distances and everything that is no date', () => {
    const shifted = shiftStory(story, '2026-03-02')
    const moved = story.submissions.map(({ submittedAt }, index) => {
      const other = shifted.submissions[index]?.submittedAt ?? ''
      return (Date.parse(other) - Date.parse(submittedAt)) / (7 * 86_400_000)
    })
    expect(new Set(moved).size).toBe(1)
    expect(Number.isInteger(moved[0])).toBe(true)
    expect(shifted.submissions.map(({ title }) => title)).toEqual(story.submissions.map(({ title }) => title))
    expect(shifted.title).toBe('Budget participatif de Roubaix 2026 (démonstration)')
  })
})
