import { describe, expect, it } from 'vitest'
import { narrowMeetings, sortMeetings } from '../../../../renderer/pages/meetings/meeting-order.ts'
import type { MeetingRecord } from '../../../../shared/read-models/meeting.ts'

function meeting(part: Partial<MeetingRecord>): MeetingRecord {
  return {
    id: part.title ?? '',
    title: '',
    kind: null,
    description: '',
    startsAt: null,
    endsAt: null,
    address: null,
    attendees: null,
    contributions: null,
    proposals: 0,
    url: null,
    imported: false,
    version: 1,
    ...part,
  }
}

const launch = meeting({ title: 'Soirée de lancement', kind: 'launch', attendees: 62 })
const workshop = meeting({ title: 'Atelier', kind: 'workshop', address: 'École Molière', attendees: 9 })
const stand = meeting({ title: 'Étal du marché', kind: 'stand' })
const titles = (meetings: readonly MeetingRecord[]) => meetings.map(({ title }) => title)

describe('the register of meetings', () => {
  it('finds words in title and place without their accents, and narrows to a kind', () => {
    expect(titles(narrowMeetings([launch, workshop, stand], 'ecole ate', null))).toEqual(['Atelier'])
    expect(titles(narrowMeetings([launch, workshop, stand], '', 'stand'))).toEqual(['Étal du marché'])
  })

  it('sorts titles as a French reader does, and leaves what nobody counted at the end either way', () => {
    const all = [launch, stand, workshop]
    expect(titles(sortMeetings(all, { key: 'title', descending: false }))).toEqual([
      'Atelier',
      'Étal du marché',
      'Soirée de lancement',
    ])
    for (const descending of [false, true])
      expect(titles(sortMeetings(all, { key: 'attendees', descending })).at(-1)).toBe('Étal du marché')
  })
})
