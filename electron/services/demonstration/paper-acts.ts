import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import type { EventKind } from '../../../shared/domain/paper/event-kind.ts'
import { meetingsService } from '../meetings/meetings.service.ts'
import { paperService } from '../paper/paper.service.ts'
import type { Act, Scene } from './act.ts'
import { atOffice, phaseDays, shiftDay } from './timetable.ts'

const timeZone = 'Europe/Paris'

/** What kind of event a meeting of the story is, by its title. */
function eventKindOf(title: string): EventKind {
  if (/lancement/i.test(title)) return 'launch'
  if (/march[ée]/i.test(title)) return 'market'
  if (/atelier|café|permanence/i.test(title)) return 'workshop'
  return 'other'
}

/**
 * Numbered forms go to each meeting where proposals were collected; the morning after the deposit they are put under
 * their numbers, and each batch is proved complete. While the story stops at the deposit, the last batch still waits.
 */
export function paperActs(scene: Scene, until: 'submission' | 'results'): readonly Act[] {
  const { story, cast, processId } = scene
  const call = cast.as('moderator')
  const { closesOn } = phaseDays(story, 'submission')
  const events = story.meetings
    .map((meeting) => {
      const on = localDayOf(meeting.startsAt, timeZone)
      const collected = story.submissions
        .filter(
          ({ channel, submittedAt }) => channel === 'meeting' && localDayOf(submittedAt, timeZone) === on,
        )
        .toSorted((left, right) => left.submittedAt.localeCompare(right.submittedAt))
      return { meeting, on, collected }
    })
    .filter(({ collected }) => collected.length > 0)
  const batchIds = new Map<string, string>()
  const settledOn = shiftDay(closesOn, 1)
  return events.flatMap(({ meeting, on, collected }, index): readonly Act[] => {
    const formCount = Math.ceil((collected.length * 3 + 4) / 5) * 5
    const fields = {
      eventKind: eventKindOf(meeting.title),
      eventName: meeting.title,
      meetingId: null,
      heldOn: on,
      place: meeting.address,
      collectedBy: call.actor().name,
      channel: 'meeting',
      formCount,
      handedOut: formCount - 2,
    } as const
    const waits = until === 'submission' && index === events.length - 1
    return [
      {
        at: atOffice(shiftDay(on, -1), 75),
        async run() {
          const { id } = await paperService.createBatch({ processId, ...fields, handedOut: null }, call)
          batchIds.set(meeting.externalId, id)
        },
      },
      {
        // After the proposals and the meetings have come in, before the work is shared out.
        at: atOffice(settledOn, 60 + index * 3),
        async run() {
          const batchId = batchIds.get(meeting.externalId) ?? ''
          const meetings = await meetingsService.list({ processId }, call)
          const registered = meetings.find(({ title }) => title === meeting.title)
          const { version } = await paperService.batch({ batchId }, call)
          await paperService.updateBatch(
            { batchId, version, ...fields, meetingId: registered?.id ?? null },
            call,
          )
          const forms = collected.map(({ externalId }, position) => ({
            number: position + 1,
            submissionId: scene.submissionId(externalId),
          }))
          const { missing } = await paperService.linkForms({ batchId, forms }, call)
          if (waits) return
          const left = missing.slice(-2)
          await paperService.setAside(
            {
              batchId,
              numbers: missing.slice(0, -2),
              state: 'not-returned',
              reason: 'Emportés par des habitants, non rendus à la clôture',
            },
            call,
          )
          const settled = await paperService.setAside(
            { batchId, numbers: [...left], state: 'blank', reason: 'Restés sur la table' },
            call,
          )
          await paperService.close({ batchId, version: settled.version }, call)
        },
      },
    ]
  })
}
