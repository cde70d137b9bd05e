import { afterEach, beforeEach, expect, it } from 'vitest'
import { verifyJournal } from '../../../../electron/data/journal/journal.repository.ts'
import { processOverview } from '../../../../electron/data/read-models/overview.query.ts'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { deskService } from '../../../../electron/services/desk/desk.service.ts'
import { journalService } from '../../../../electron/services/journal/journal.service.ts'
import { submissionsService } from '../../../../electron/services/submissions/submissions.service.ts'
import type { Verdict } from '../../../../shared/domain/moderation/verdict.ts'
import { givenSubmission } from '../../../helpers/feasible-project.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

describeOnBothEngines('the moderation desk', (open) => {
  let dossier: TestDossier
  let officer: DossierCall
  beforeEach(async () => {
    dossier = await open()
    dossier.setNow('2026-03-02T09:00:00.000Z')
    officer = await dossier.callAs('Camille Durand', ['moderator'])
  })
  afterEach(() => dossier.close())

  const decide = (submissionId: string, verdict: Verdict, rationale = '', replyByOn?: string) =>
    submissionsService.decide(
      { submissionId, verdict, reasons: [], rationale, redirectedTo: null, replyByOn },
      officer,
    )
  const setAside = (submissionIds: string[], untilOn: string, note = '') =>
    deskService.setAside({ submissionIds, untilOn, note }, officer)
  const undo = () => journalService.undoLast({}, officer)
  const waiting = (submissionId: string) => deskService.waiting({ submissionId }, officer)
  const listed = async (filter: object) => {
    const { rows, total } = await submissionsService.list(
      { processId: dossier.processId, sort: 'number', descending: false, offset: 0, limit: 100, ...filter },
      officer,
    )
    expect(rows).toHaveLength(total)
    const [count] = await deskService.counts(
      { filters: [{ processId: dossier.processId, ...filter }] },
      officer,
    )
    expect(count).toBe(total)
    return rows.map(({ id }) => id)
  }

  it('takes a proposal out of the queue until its day, then it is back by itself', async () => {
    const [first, second] = [await givenSubmission(dossier), await givenSubmission(dossier)]
    await setAside([first], '2026-03-10', 'Le service rappelle lundi.')
    expect(await listed({ stages: ['submitted'], aside: 'hidden' })).toEqual([second])
    expect(await listed({ aside: 'only' })).toEqual([first])
    expect(await listed({})).toEqual([first, second])
    expect((await waiting(first)).setAside).toEqual({
      untilOn: '2026-03-10',
      note: 'Le service rappelle lundi.',
      setByName: 'Camille Durand',
      setAt: '2026-03-02T09:00:00.000Z',
      active: true,
    })
    const { toModerate } = await processOverview(
      dossier.database.reader,
      dossier.processId,
      null,
      '2026-03-02',
    )
    expect(toModerate).toBe(1)

    // The night before, in Paris, it is not back yet; with its day it is.
    dossier.setNow('2026-03-09T22:59:00.000Z')
    expect(await listed({ aside: 'hidden' })).toEqual([second])
    dossier.setNow('2026-03-09T23:01:00.000Z')
    expect(await listed({ aside: 'hidden' })).toEqual([first, second])
    expect((await waiting(first)).setAside).toMatchObject({ active: false, untilOn: '2026-03-10' })
  })

  it('puts off many at once, takes back at once, and undoes each step', async () => {
    const ids = [
      await givenSubmission(dossier),
      await givenSubmission(dossier),
      await givenSubmission(dossier),
    ]
    expect(await setAside(ids, '2026-03-09')).toMatchObject({ setAside: 3 })
    await setAside(ids.slice(0, 1), '2026-04-01')
    await deskService.takeBack({ submissionIds: ids.slice(0, 2) }, officer)
    expect(await listed({ aside: 'only' })).toEqual(ids.slice(2))
    await undo()
    expect((await waiting(ids[0] ?? '')).setAside).toMatchObject({ untilOn: '2026-04-01' })
    await undo()
    expect((await waiting(ids[0] ?? '')).setAside).toMatchObject({ untilOn: '2026-03-09' })
    await undo()
    expect(await listed({ aside: 'only' })).toEqual([])
    expect(await verifyJournal(dossier.database.reader)).toMatchObject({ sound: true })
  })

  it('refuses a day that is not to come and a proposal that is decided', async () => {
    const id = await givenSubmission(dossier)
    await expect(setAside([id], '2026-03-02')).rejects.toMatchObject({ code: 'aside-day-past' })
    await decide(id, 'admissible')
    await expect(setAside([id], '2026-03-09')).rejects.toMatchObject({ code: 'aside-not-waiting' })
  })

  it('ends with a decision, and is put off again when the decision is taken back', async () => {
    const id = await givenSubmission(dossier)
    await setAside([id], '2026-03-20', 'À revoir')
    await decide(id, 'admissible')
    expect((await waiting(id)).setAside).toBe(null)
    await undo()
    expect((await waiting(id)).setAside).toMatchObject({
      untilOn: '2026-03-20',
      note: 'À revoir',
      active: true,
    })
  })

  it('asks for completion by a day: fifteen days, those of the démarche, or the one chosen', async () => {
    const [usual, chosen, other] = [
      await givenSubmission(dossier),
      await givenSubmission(dossier),
      await givenSubmission(dossier),
    ]
    await decide(usual, 'incomplete', 'Où ?')
    await decide(chosen, 'incomplete', 'Où ?', '2026-03-12')
    const manager = await dossier.callAs('Morgane', ['manager'])
    await deskService.saveSettings({ processId: dossier.processId, completionDays: 10 }, manager)
    const detail = await decide(other, 'incomplete', 'Où ?')
    expect(detail.decisions[0]).toMatchObject({ verdict: 'incomplete', replyByOn: '2026-03-12' })
    expect((await waiting(usual)).completion).toEqual({
      askedOn: '2026-03-02',
      replyByOn: '2026-03-17',
      daysWaiting: 0,
      daysLeft: 15,
    })
    dossier.setNow('2026-03-13T09:00:00.000Z')
    expect((await waiting(chosen)).completion).toMatchObject({ daysWaiting: 11, daysLeft: -1 })
    expect(await listed({ late: true })).toEqual([chosen, other])
    expect(await listed({ awaitedDays: 11 })).toEqual([usual, chosen, other])
    expect(await listed({ awaitedDays: 12 })).toEqual([])
    await decide(chosen, 'reopened', 'Compléments reçus.')
    expect((await waiting(chosen)).completion).toBe(null)
    expect(await listed({ late: true })).toEqual([other])
    await expect(
      decide(await givenSubmission(dossier), 'incomplete', 'Où ?', '2026-03-12'),
    ).rejects.toMatchObject({ code: 'reply-day-past' })
  })

  it('gives the first request its own day back when the second is taken back', async () => {
    const id = await givenSubmission(dossier)
    await decide(id, 'incomplete', 'Où ?', '2026-03-05')
    await decide(id, 'admissible')
    await decide(id, 'incomplete', 'Combien ?', '2026-03-25')
    await undo()
    await undo()
    expect((await waiting(id)).completion).toMatchObject({ replyByOn: '2026-03-05' })
  })

  it('calls late what is still to moderate after the end of the phase', async () => {
    const id = await givenSubmission(dossier)
    await dossier.database.db
      .deleteFrom('phase')
      .where('process_id', '=', dossier.processId)
      .where('kind', '=', 'admissibility')
      .execute()
    await dossier.database.db
      .insertInto('phase')
      .values({
        id: crypto.randomUUID(),
        process_id: dossier.processId,
        kind: 'admissibility',
        opens_at: '2026-02-01T00:00:00.000Z',
        closes_at: '2026-03-05T23:00:00.000Z',
      })
      .execute()
    expect(await listed({ late: true })).toEqual([])
    dossier.setNow('2026-03-06T09:00:00.000Z')
    expect(await listed({ late: true })).toEqual([id])
  })

  it('takes several decisions back, one after the other, the newest first', async () => {
    const ids = [
      await givenSubmission(dossier),
      await givenSubmission(dossier),
      await givenSubmission(dossier),
    ]
    const [first = '', second = '', third = ''] = ids
    await decide(first, 'admissible')
    await decide(second, 'incomplete', 'Où ?')
    await setAside([third], '2026-03-09')
    const undone = [await undo(), await undo(), await undo()].map(({ undone }) => undone?.objectId)
    expect(undone).toEqual([third, second, first])
    expect(await listed({ stages: ['submitted'], aside: 'hidden' })).toEqual(ids)
  })

  it('counts each view by itself, with the filters that depend on the day', async () => {
    const ids = [
      await givenSubmission(dossier),
      await givenSubmission(dossier),
      await givenSubmission(dossier),
    ]
    await setAside(ids.slice(0, 1), '2026-03-09')
    await decide(ids[1] ?? '', 'incomplete', 'Où ?')
    const { processId } = dossier
    expect(
      await deskService.counts(
        {
          filters: [
            { processId },
            { processId, stages: ['submitted'], aside: 'hidden' },
            { processId, aside: 'only' },
            { processId, late: true },
            { processId, stages: ['incomplete'] },
          ],
        },
        officer,
      ),
    ).toEqual([3, 1, 1, 0, 1])
  })
})
