import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emptyQuery,
  filterInput,
  isFiltered,
  orderInput,
  type QueueQuery,
  queueSorts,
  readQuery,
  writeQuery,
} from '../../../renderer/components/queue-query.ts'
import { queueLink } from '../../../renderer/navigation/list-links.ts'
import { reviewFilters, submissionFilter } from '../../../shared/contract/submissions.contract.ts'
import { stages } from '../../../shared/domain/lifecycle/stage.ts'
import { signalFilters } from '../../../shared/domain/moderation/signals/signal-id.ts'
import { channels } from '../../../shared/read-models/submission.ts'

const processId = '0195a5f0-0000-7000-8000-000000000001'
const uuids = fc.uniqueArray(fc.option(fc.uuid()), { maxLength: 4 })
const day = fc.option(
  fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
)
const query: fc.Arbitrary<QueueQuery> = fc.record({
  search: fc.string({ maxLength: 100 }).map((text) => text.trim()),
  stages: fc.subarray([...stages]),
  themes: uuids,
  districts: uuids,
  channels: fc.subarray([...channels]),
  assignees: uuids,
  meetings: fc.array(fc.uuid()),
  batches: fc.array(fc.uuid()),
  numbers: fc
    .uniqueArray(fc.nat(9_999), { maxLength: 30 })
    .map((numbers) => numbers.sort((left, right) => left - right)),
  signals: fc.subarray([...signalFilters]),
  fromOn: day,
  untilOn: day,
  aside: fc.constantFrom(null, 'hidden', 'only'),
  late: fc.boolean(),
  maybeDuplicate: fc.boolean(),
  awaitedDays: fc.option(fc.integer({ min: 1, max: 999 })),
  mine: fc.boolean(),
  review: fc.constantFrom(null, ...reviewFilters),
  decided: fc.option(fc.record({ by: fc.option(fc.uuid()), on: day })),
  sort: fc.option(fc.record({ key: fc.constantFrom(...queueSorts), descending: fc.boolean() }), {
    nil: undefined,
  }),
})

describe('the query of the queue', () => {
  it('comes back from an address and from a saved view as it was', () => {
    fc.assert(
      fc.property(query, (given) => {
        expect(readQuery(writeQuery(given))).toEqual(given)
      }),
    )
  })

  it('asks nothing that the service would refuse, whatever an address says', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, value) => {
        const text = new URLSearchParams({
          stages: value,
          themes: value,
          from: value,
          q: value,
          [name]: value,
        })
        const read = readQuery(text.toString())
        expect(submissionFilter.safeParse(filterInput(processId, { ...read, fromOn: null })).success).toBe(
          true,
        )
      }),
    )
  })

  it('understands the links of the home page', () => {
    const address = queueLink({ stages: ['submitted', 'incomplete'], assignees: ['none'] })
    expect(readQuery(address.split('?')[1] ?? '')).toEqual({
      ...emptyQuery,
      stages: ['submitted', 'incomplete'],
      assignees: [null],
    })
  })

  it('orders by relevance only what is searched and not sorted', () => {
    expect(orderInput(emptyQuery)).toEqual({ sort: 'number', descending: false })
    expect(orderInput({ ...emptyQuery, search: 'école' })).toEqual({ sort: 'relevance', descending: false })
    const sorted = { ...emptyQuery, search: 'école', sort: { key: 'title', descending: true } }
    expect(orderInput(sorted)).toEqual({ sort: 'title', descending: true })
  })

  it('calls a list filtered when something narrows it, not when it is sorted', () => {
    expect(isFiltered({ ...emptyQuery, sort: { key: 'title', descending: false } })).toBe(false)
    expect(isFiltered({ ...emptyQuery, districts: [null] })).toBe(true)
  })
})
