import { describe, expect, it } from 'vitest'
import { createWallClock, isExcelDate, localDay } from '../../../../electron/exports/writers/wall-clock.ts'

describe('I19: the wall clock', () => {
  it('follows the changes of hour of Paris', () => {
    const { at } = createWallClock('Europe/Paris')
    const shown = (instant: string) => at(instant)?.toISOString()
    expect(shown('2026-03-29T00:59:59.000Z')).toBe('2026-03-29T01:59:59.000Z')
    expect(shown('2026-03-29T01:00:00.000Z')).toBe('2026-03-29T03:00:00.000Z')
    expect(shown('2026-10-25T00:30:00.000Z')).toBe('2026-10-25T02:30:00.000Z')
    expect(shown('2026-10-25T01:30:00.000Z')).toBe('2026-10-25T02:30:00.000Z')
  })
  it('knows the other French zones', () => {
    expect(createWallClock('Indian/Reunion').at('2026-06-30T22:00:00Z')?.toISOString()).toBe(
      '2026-07-01T02:00:00.000Z',
    )
  })
  it('answers nothing for what is no instant', () => {
    expect(createWallClock('Europe/Paris').at('hier')).toBeNull()
  })
})

describe('localDay', () => {
  it('reads days that exist', () => {
    expect(localDay('2026-02-28')?.toISOString()).toBe('2026-02-28T00:00:00.000Z')
    expect([localDay('2026-02-30'), localDay('28/02/2026')]).toEqual([null, null])
  })
})

describe('isExcelDate', () => {
  it('refuses what Excel cannot show', () => {
    const days = ['1900-02-28', '1900-03-01', '9999-12-31']
    expect(days.map((day) => isExcelDate(new Date(day)))).toEqual([false, true, true])
  })
})
