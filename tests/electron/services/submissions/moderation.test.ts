import { afterEach, beforeEach, expect, it } from 'vitest'
import { verifyJournal } from '../../../../electron/data/journal/journal.repository.ts'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { journalService } from '../../../../electron/services/journal/journal.service.ts'
import { submissionsService } from '../../../../electron/services/submissions/submissions.service.ts'
import type { RefusalReason } from '../../../../shared/domain/moderation/refusal-reason.ts'
import type { Verdict } from '../../../../shared/domain/moderation/verdict.ts'
import { givenSubmission } from '../../../helpers/feasible-project.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

describeOnBothEngines('moderation', (open) => {
  let dossier: TestDossier
  let officer: DossierCall
  beforeEach(async () => {
    dossier = await open()
    officer = await dossier.callAs('Camille Durand', ['moderator'])
  })
  afterEach(() => dossier.close())

  const get = (submissionId: string) => submissionsService.get({ submissionId }, officer)
  const decide = (
    submissionId: string,
    verdict: Verdict,
    more: { reasons?: RefusalReason[]; rationale?: string; version?: number; call?: DossierCall } = {},
  ) =>
    submissionsService.decide(
      {
        submissionId,
        verdict,
        reasons: more.reasons ?? [],
        rationale: more.rationale ?? '',
        redirectedTo: null,
        ...(more.version === undefined ? {} : { version: more.version }),
      },
      more.call ?? officer,
    )
  const undo = (call = officer) => journalService.undoLast({}, call)

  it('declares admissible without a word, and tells who, when and from where', async () => {
    const id = await givenSubmission(dossier)
    const decided = await decide(id, 'admissible')
    expect(decided.stage).toBe('admissible')
    expect(decided.decisions).toMatchObject([
      {
        verdict: 'admissible',
        fromStage: 'submitted',
        toStage: 'admissible',
        decidedByName: 'Camille Durand',
        decidedAt: '2026-03-01T09:00:00.000Z',
        undoneAt: null,
      },
    ])
  })

  it('I2 refuses a refusal without a public reason, and one without a motivated answer', async () => {
    const id = await givenSubmission(dossier)
    await expect(decide(id, 'inadmissible', { rationale: 'Non.' })).rejects.toMatchObject({
      code: 'reason-missing',
    })
    await expect(
      decide(id, 'inadmissible', { reasons: ['over-cap'], rationale: '  ' }),
    ).rejects.toMatchObject({
      code: 'rationale-missing',
    })
    expect(await get(id)).toMatchObject({ stage: 'submitted', decisions: [] })
    const refused = await decide(id, 'inadmissible', { reasons: ['over-cap'], rationale: 'Trop cher.' })
    expect(refused.decisions[0]).toMatchObject({
      reasons: ['over-cap'],
      rationale: 'Trop cher.',
      decidedByName: 'Camille Durand',
    })
  })

  it('asks for the points to complete', async () => {
    const id = await givenSubmission(dossier)
    await expect(decide(id, 'incomplete')).rejects.toMatchObject({ code: 'rationale-missing' })
    expect((await decide(id, 'incomplete', { rationale: 'Où ?' })).stage).toBe('incomplete')
  })

  it('I3 leaves one chained entry per change, with its person, its instant, before and after', async () => {
    const id = await givenSubmission(dossier)
    await decide(id, 'inadmissible', { reasons: ['safety'], rationale: 'Dangereux.' })
    const { entries } = await journalService.list({ objectId: id, offset: 0, limit: 10 }, officer)
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({
      action: 'submission.decide',
      personName: 'Camille Durand',
      at: '2026-03-01T09:00:00.000Z',
      reason: 'Dangereux.',
    })
    expect(JSON.parse(entries[0]?.before ?? '')).toMatchObject({ stage: 'submitted' })
    expect(JSON.parse(entries[0]?.after ?? '')).toMatchObject({ stage: 'inadmissible', reasons: ['safety'] })
    expect(await verifyJournal(dossier.database.reader)).toMatchObject({ sound: true })
  })

  it('I4 attaches the version of the rules in force at each decision', async () => {
    const first = await givenSubmission(dossier)
    const second = await givenSubmission(dossier)
    await decide(first, 'admissible')
    await dossier.database.db
      .insertInto('rulebook')
      .values({
        id: crypto.randomUUID(),
        process_id: dossier.processId,
        number: 2,
        text: '',
        criteria: '[]',
        adopted_at: '2026-03-02T09:00:00.000Z',
      })
      .execute()
    await decide(second, 'admissible')
    expect((await get(first)).decisions[0]?.rulebookNumber).toBe(1)
    expect((await get(second)).decisions[0]?.rulebookNumber).toBe(2)
  })

  it('I8 refuses one’s own contribution, whatever the accents of the name; a withdrawal stays possible', async () => {
    const id = await givenSubmission(dossier, { authorName: 'CAMILLE DURAND' })
    await expect(decide(id, 'admissible')).rejects.toMatchObject({ code: 'own-contribution' })
    const other = await dossier.callAs('Noël Dupré', ['moderator'])
    await expect(
      decide(await givenSubmission(dossier, { authorName: 'Noel Dupre' }), 'admissible', { call: other }),
    ).rejects.toMatchObject({ code: 'own-contribution' })
    expect((await decide(id, 'admissible', { call: other })).stage).toBe('admissible')
    const mine = await givenSubmission(dossier, { authorName: 'Camille Durand' })
    expect((await decide(mine, 'withdrawn')).stage).toBe('withdrawn')
  })

  it('refuses to decide on a version that was not shown', async () => {
    const id = await givenSubmission(dossier)
    const { version } = await get(id)
    await submissionsService.assign({ submissionIds: [id], assigneeId: officer.actor().id }, officer)
    await expect(decide(id, 'admissible', { version })).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect((await get(id)).stage).toBe('submitted')
  })

  it('refuses a step that the life of a proposal does not know, and asks a reason for a step back', async () => {
    const closed = await givenSubmission(dossier, { stage: 'on-ballot' })
    await expect(decide(closed, 'withdrawn')).rejects.toMatchObject({ code: 'transition-not-allowed' })
    const id = await givenSubmission(dossier)
    await decide(id, 'withdrawn')
    await expect(decide(id, 'reopened')).rejects.toMatchObject({ code: 'rationale-missing' })
    expect((await decide(id, 'reopened', { rationale: 'Le porteur revient.' })).stage).toBe('submitted')
  })

  it('takes the last decision back, and marks it as undone without erasing it', async () => {
    const id = await givenSubmission(dossier)
    await decide(id, 'inadmissible', { reasons: ['technical'], rationale: 'Impossible.' })
    dossier.setNow('2026-03-01T09:05:00.000Z')
    expect(await undo()).toMatchObject({ objects: 1, undone: { objectId: id } })
    expect(await get(id)).toMatchObject({
      stage: 'submitted',
      decisions: [{ verdict: 'inadmissible', undoneAt: '2026-03-01T09:05:00.000Z' }],
    })
    expect(await undo()).toMatchObject({ undone: null })
  })

  it('refuses to take back what somebody else has moved on', async () => {
    const id = await givenSubmission(dossier)
    await decide(id, 'admissible')
    const other = await dossier.callAs('Alix Petit', ['moderator'])
    await decide(id, 'withdrawn', { call: other })
    await expect(undo()).rejects.toMatchObject({ code: 'undo-overtaken' })
    expect((await get(id)).stage).toBe('withdrawn')
  })

  it('saves the checklist with its comments, refuses an older version, and takes it back', async () => {
    const id = await givenSubmission(dossier)
    const { version } = await get(id)
    const saved = await submissionsService.saveChecklist(
      {
        submissionId: id,
        version,
        checklist: { R5: { answer: 'yes' }, R14: { answer: 'to-clarify', comment: 'Quelle rue ?' } },
      },
      officer,
    )
    expect(saved.checklist.R14).toEqual({ answer: 'to-clarify', comment: 'Quelle rue ?' })
    await expect(
      submissionsService.saveChecklist({ submissionId: id, version, checklist: {} }, officer),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
    const decided = await decide(id, 'incomplete', { rationale: 'Quelle rue ?' })
    expect(decided.decisions[0]?.checklist.R5).toEqual({ answer: 'yes' })
    await undo()
    await undo()
    expect((await get(id)).checklist).toEqual({})
  })

  it('gives submissions to a person, tells how many changed hands, and takes them back', async () => {
    const ids = [await givenSubmission(dossier), await givenSubmission(dossier)]
    const assigneeId = officer.actor().id
    const give = () => submissionsService.assign({ submissionIds: ids, assigneeId }, officer)
    expect(await give()).toEqual({ assigned: 2 })
    expect(await give()).toEqual({ assigned: 0 })
    expect((await get(ids[0] ?? '')).assigneeId).toBe(assigneeId)
    expect(await undo()).toMatchObject({ objects: 2 })
    expect((await get(ids[1] ?? '')).assigneeId).toBeNull()
  })

  it('puts a submission in its place without touching the citizen’s words, and takes it back', async () => {
    const id = await givenSubmission(dossier, { title: 'Bancs' })
    const before = await get(id)
    const placed = await submissionsService.classify(
      {
        submissionId: id,
        version: before.version,
        themeId: dossier.themeIds[1] ?? null,
        address: 'Rue de l’Épeule',
        latitude: 50.69,
        longitude: 3.17,
      },
      officer,
    )
    expect(placed).toMatchObject({
      title: 'Bancs',
      body: before.body,
      themeId: dossier.themeIds[1],
      districtId: before.districtId,
      address: 'Rue de l’Épeule',
      latitude: 50.69,
    })
    await undo()
    expect(await get(id)).toMatchObject({ themeId: before.themeId, address: before.address, latitude: null })
  })

  it('enters a paper deposit with the next number, whole in the queue and the search', async () => {
    const { number: last } = await get(await givenSubmission(dossier))
    const entered = await submissionsService.create(
      {
        processId: dossier.processId,
        title: 'Fontaine',
        body: 'Place de l’Église\n\nDe l’eau.',
        authorName: 'Léa',
        authorEmail: null,
        authorPhone: null,
        authorAddress: '3 rue Basse\n59100 Roubaix',
        channel: 'paper',
        themeId: null,
        districtId: null,
        address: null,
        latitude: null,
        longitude: null,
        declaredCost: null,
        meetingId: null,
        submittedAt: '2026-02-10T00:00:00+01:00',
      },
      officer,
    )
    expect(entered).toMatchObject({
      number: last + 1,
      channel: 'paper',
      authorAddress: '3 rue Basse\n59100 Roubaix',
      stage: 'submitted',
      submittedAt: '2026-02-09T23:00:00.000Z',
      bodyText: 'Place de l’Église\n\nDe l’eau.',
    })
    const found = await submissionsService.list(
      {
        processId: dossier.processId,
        search: 'eglise',
        sort: 'relevance',
        descending: false,
        offset: 0,
        limit: 10,
      },
      officer,
    )
    expect(found.rows.map(({ id }) => id)).toEqual([entered.id])
  })

  it('keeps notes under the name of who wrote them', async () => {
    const id = await givenSubmission(dossier)
    await submissionsService.addNote({ submissionId: id, text: 'Appeler le service voirie.' }, officer)
    const other = await dossier.callAs('Alix Petit', ['finance'])
    dossier.setNow('2026-03-01T10:00:00.000Z')
    const detail = await submissionsService.addNote({ submissionId: id, text: 'Vu.' }, other)
    expect(detail.notes.map(({ authorName, text }) => [authorName, text])).toEqual([
      ['Alix Petit', 'Vu.'],
      ['Camille Durand', 'Appeler le service voirie.'],
    ])
  })
})
