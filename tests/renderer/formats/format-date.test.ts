import { describe, expect, it } from 'vitest'
import {
  formatDay,
  formatInstant,
  formatInstantDay,
  formatShortInstant,
} from '../../../renderer/formats/format-date.ts'

describe('dates', () => {
  it('write the first of the month as French does', () => {
    expect(formatDay('2026-03-01', 'fr')).toBe('1er mars 2026')
    expect(formatDay('2026-03-11', 'fr')).toBe('11 mars 2026')
    expect(formatDay('2026-03-01', 'en')).toBe('1 March 2026')
  })

  it('show instants as clocks in Paris do', () => {
    expect(formatInstantDay('2026-02-28T23:30:00Z', 'fr')).toBe('1er mars 2026')
    expect(formatInstant('2026-07-01T16:00:00Z', 'fr')).toBe('1er juillet 2026 à 18:00')
    expect(formatShortInstant('2026-07-01T16:00:00Z', 'fr')).toBe('01/07/2026 18:00')
  })
})
