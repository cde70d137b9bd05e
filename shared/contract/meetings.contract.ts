import { z } from 'zod'
import { meetingKinds } from '../domain/meetings/meeting-kind.ts'
import type { MeetingRecord } from '../read-models/meeting.ts'
import { method, output } from './define-contract.ts'
import { id, instant, longText, shortText, version } from './inputs.ts'

const people = z.number().int().min(0).max(1_000_000)

const meetingFields = z.object({
  title: shortText.min(1),
  kind: z.enum(meetingKinds).nullable(),
  /** What was said: plain text. */
  description: longText,
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  address: shortText.nullable(),
  attendees: people.nullable(),
  contributions: people.nullable(),
})
export type MeetingFields = z.output<typeof meetingFields>

/** The register of meetings: when, where, of what kind, how many came and what was collected. */
export const meetingsContract = {
  /** In the order of time, those without a date last. */
  list: method({
    input: z.object({ processId: id }),
    output: output<readonly MeetingRecord[]>(),
    permission: 'read',
    writes: false,
  }),
  /** Refuses `meeting-ends-early` when the end comes before the beginning. */
  add: method({
    input: meetingFields.extend({
      processId: id,
      description: longText.default(''),
      endsAt: instant.nullable().default(null),
      address: shortText.nullable().default(null),
      attendees: people.nullable().default(null),
      contributions: people.nullable().default(null),
    }),
    output: output<MeetingRecord>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Refuses `meeting-ends-early`, `changed-meanwhile`. */
  update: method({
    input: meetingFields.extend({ meetingId: id, version }),
    output: output<MeetingRecord>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Refuses `meeting-has-proposals` while proposals were collected there. */
  remove: method({
    input: z.object({ meetingId: id, version }),
    output: output<readonly MeetingRecord[]>(),
    permission: 'moderate',
    writes: true,
  }),
} as const
