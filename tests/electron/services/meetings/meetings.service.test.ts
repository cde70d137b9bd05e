import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { journalService } from '../../../../electron/services/journal/journal.service.ts'
import { meetingsService } from '../../../../electron/services/meetings/meetings.service.ts'
import { reportsService } from '../../../../electron/services/reports/reports.service.ts'
import { submissionsService } from '../../../../electron/services/submissions/submissions.service.ts'
import type { MeetingRecord } from '../../../../shared/read-models/meeting.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

describeOnBothEngines('the register of meetings', (open) => {
  let dossier: TestDossier
  let officer: DossierCall
  beforeEach(async () => {
    dossier = await open()
    officer = await dossier.callAs('Camille Durand', ['moderator'])
  })
  afterEach(() => dossier.close())

  const launch = {
    title: 'Soirée de lancement',
    kind: 'launch',
    description: '',
    startsAt: '2026-02-03T18:30:00+01:00',
    endsAt: '2026-02-03T20:30:00+01:00',
    address: 'Salle Watremez',
    attendees: 62,
    contributions: 24,
  } as const
  const add = (fields: Partial<Parameters<typeof meetingsService.add>[0]> = {}): Promise<MeetingRecord> =>
    meetingsService.add({ ...launch, processId: dossier.processId, ...fields }, officer)
  const list = () => meetingsService.list({ processId: dossier.processId }, officer)
  const collectAt = (meetingId: string) =>
    submissionsService.create(
      {
        processId: dossier.processId,
        title: 'Une fontaine',
        body: 'Place de l’Église.',
        authorName: null,
        authorEmail: null,
        authorPhone: null,
        authorAddress: null,
        channel: 'meeting',
        themeId: null,
        districtId: null,
        address: null,
        latitude: null,
        longitude: null,
        declaredCost: null,
        meetingId,
      },
      officer,
    )

  it('lists them in the order of time, those without a date last, in UTC', async () => {
    await add({ title: 'Sans date', startsAt: null, endsAt: null })
    await add({ title: 'Stand', startsAt: '2026-03-01T10:00:00+01:00', endsAt: null })
    await add()
    expect((await list()).map(({ title, startsAt }) => [title, startsAt])).toEqual([
      ['Soirée de lancement', '2026-02-03T17:30:00.000Z'],
      ['Stand', '2026-03-01T09:00:00.000Z'],
      ['Sans date', null],
    ])
  })

  it('feeds the key figures with attendance and what was noted', async () => {
    await add()
    await add({ title: 'Atelier', attendees: 12, contributions: null })
    const figures = await reportsService.keyFigures({ processId: dossier.processId }, officer)
    expect([figures.meetings, figures.participants.attendees, figures.contributions.atMeetings]).toEqual([
      2, 74, 24,
    ])
  })

  it('counts the proposals collected at each, lists them, and stays while they refer to it', async () => {
    const meeting = await add()
    const collected = await collectAt(meeting.id)
    await collectAt(meeting.id)
    expect((await list()).map(({ proposals }) => proposals)).toEqual([2])
    const found = await submissionsService.list(
      {
        processId: dossier.processId,
        meetingIds: [meeting.id],
        sort: 'number',
        descending: false,
        offset: 0,
        limit: 10,
      },
      officer,
    )
    expect(found.rows.map(({ id }) => id)).toContain(collected.id)
    expect(found.total).toBe(2)
    await expect(
      meetingsService.remove({ meetingId: meeting.id, version: meeting.version }, officer),
    ).rejects.toMatchObject({ code: 'meeting-has-proposals' })
    expect(await list()).toHaveLength(1)
  })

  it('journals each change with before and after, and takes addition, change and removal back', async () => {
    const meeting = await add()
    const changed = await meetingsService.update(
      { ...launch, meetingId: meeting.id, version: meeting.version, attendees: 70 },
      officer,
    )
    const { entries } = await journalService.list({ offset: 0, limit: 10 }, officer)
    const [entry] = entries
    expect([entry?.action, entry?.before, entry?.after]).toEqual([
      'meeting.update',
      expect.stringContaining('"attendees":62'),
      expect.stringContaining('"attendees":70'),
    ])
    await meetingsService.remove({ meetingId: meeting.id, version: changed.version }, officer)
    expect(await list()).toEqual([])
    await journalService.undoLast({}, officer)
    expect(await list()).toMatchObject([{ id: meeting.id, attendees: 70 }])
    await journalService.undoLast({}, officer)
    expect(await list()).toMatchObject([{ attendees: 62 }])
  })

  it('refuses an end before the beginning, and a change over somebody else’s', async () => {
    await expect(add({ endsAt: '2026-02-03T18:00:00+01:00' })).rejects.toMatchObject({
      code: 'meeting-ends-early',
    })
    const meeting = await add()
    await meetingsService.update(
      { ...launch, meetingId: meeting.id, version: meeting.version, title: 'Lancement' },
      officer,
    )
    await expect(
      meetingsService.update(
        { ...launch, meetingId: meeting.id, version: meeting.version, title: 'Autre' },
        officer,
      ),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect((await list()).map(({ title }) => title)).toEqual(['Lancement'])
  })
})
