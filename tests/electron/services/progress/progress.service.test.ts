import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { journalService } from '../../../../electron/services/journal/journal.service.ts'
import { progressService } from '../../../../electron/services/progress/progress.service.ts'
import { submissionsService } from '../../../../electron/services/submissions/submissions.service.ts'
import { givenSubmission } from '../../../helpers/feasible-project.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

describeOnBothEngines('the progress of a campaign', (open) => {
  let dossier: TestDossier
  let lea: DossierCall
  let max: DossierCall
  beforeEach(async () => {
    dossier = await open()
    lea = await dossier.callAs('Léa', ['moderator'])
    max = await dossier.callAs('Max', ['moderator'])
    await dossier.database.db
      .insertInto('phase')
      .values({
        id: dossier.rulebookId,
        process_id: dossier.processId,
        kind: 'admissibility',
        opens_at: '2026-02-28T23:00:00.000Z',
        closes_at: '2026-03-15T23:00:00.000Z',
      })
      .execute()
  })
  afterEach(() => dossier.close())

  const progress = () => progressService.campaign({ processId: dossier.processId, window: 10 }, lea)
  const decide = async (count: number, call: DossierCall) => {
    for (let index = 0; index < count; index++)
      await submissionsService.decide(
        {
          submissionId: await givenSubmission(dossier),
          verdict: 'admissible',
          reasons: [],
          rationale: '',
          redirectedTo: null,
        },
        call,
      )
  }

  it('counts by local day and by person, and foresees the end at this pace', async () => {
    // Monday, late in the evening in Paris, then Tuesday.
    dossier.setNow('2026-03-02T22:59:00.000Z')
    await decide(3, lea)
    dossier.setNow('2026-03-02T23:01:00.000Z')
    await decide(1, max)
    for (let index = 0; index < 7; index++) await givenSubmission(dossier)
    expect(await progress()).toMatchObject({
      today: '2026-03-03',
      days: [
        { on: '2026-03-02', count: 3 },
        { on: '2026-03-03', count: 1 },
      ],
      people: [
        { name: 'Léa', decisions: 3, today: 0 },
        { name: 'Max', decisions: 1, today: 1 },
      ],
      decisions: 4,
      remaining: 7,
      pace: { decisions: 4, workingDays: 2 },
      // Two a day: one more today, two on each of the three next days.
      forecast: { endsOn: '2026-03-06', marginDays: 9 },
      phaseEndsOn: '2026-03-15',
    })
    const inList = await submissionsService.list(
      {
        processId: dossier.processId,
        decidedByIds: [lea.actor().id],
        decidedFromOn: '2026-03-02',
        decidedUntilOn: '2026-03-02',
        sort: 'number',
        descending: false,
        offset: 0,
        limit: 10,
      },
      max,
    )
    expect(inList.total).toBe(3)
  })

  it('forgets what was taken back, and foresees nothing without a pace', async () => {
    dossier.setNow('2026-03-03T09:00:00.000Z')
    await decide(1, lea)
    await journalService.undoLast({}, lea)
    expect(await progress()).toMatchObject({
      days: [],
      decisions: 0,
      remaining: 1,
      pace: null,
      forecast: null,
    })
  })
})
