import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { journalService } from '../../../../electron/services/journal/journal.service.ts'
import { submissionsService } from '../../../../electron/services/submissions/submissions.service.ts'
import { teamService } from '../../../../electron/services/team/team.service.ts'
import type { DistributionRule } from '../../../../shared/domain/team/distribute.ts'
import { givenSubmission } from '../../../helpers/feasible-project.ts'
import { importContent } from '../../../helpers/import-file.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

describeOnBothEngines('the team', (open) => {
  let dossier: TestDossier
  let lea: DossierCall
  let max: DossierCall
  let lead: DossierCall
  let pile: string
  let fraternite: string
  beforeEach(async () => {
    dossier = await open()
    lea = await dossier.callAs('Léa', ['moderator'])
    max = await dossier.callAs('Max', ['moderator'])
    lead = await dossier.callAs('Claude', ['manager'])
    pile = dossier.districtIds[0] ?? ''
    fraternite = dossier.districtIds[1] ?? ''
  })
  afterEach(() => dossier.close())

  const idOf = (call: DossierCall): string => call.actor().id
  const rulesOfTwo = (): DistributionRule[] => [
    { kind: 'district', shares: [{ placeId: pile, personIds: [idOf(lea)] }] },
    { kind: 'workload', personIds: [idOf(lea), idOf(max)] },
  ]
  const setRules = async (
    rules: DistributionRule[],
    more: { automatic?: boolean; decisionDays?: number | null } = {},
  ) => {
    const { version } = await teamService.settings({ processId: dossier.processId }, lead)
    return teamService.saveSettings(
      {
        processId: dossier.processId,
        version,
        secondOpinion: 'none',
        decisionDays: more.decisionDays ?? null,
        automatic: more.automatic ?? false,
        // The shapes that cross the contract are plain arrays.
        rules: structuredClone(rules) as never,
      },
      lead,
    )
  }
  const assignees = async () =>
    (
      await dossier.database.reader
        .selectFrom('submission')
        .leftJoin('person', 'person.id', 'submission.assignee_id')
        .select('person.name')
        .orderBy('submission.number')
        .execute()
    ).map(({ name }) => name)
  const preview = () => teamService.previewDistribution({ processId: dossier.processId }, lead)
  const distribute = (expected: number) =>
    teamService.distribute({ processId: dossier.processId, expected }, lead)
  const overview = (call: DossierCall) => teamService.overview({ processId: dossier.processId }, call)
  const list = (filter: object, call: DossierCall) =>
    submissionsService.list(
      {
        processId: dossier.processId,
        sort: 'submittedAt',
        descending: false,
        offset: 0,
        limit: 50,
        ...filter,
      },
      call,
    )

  it('shows who would get how many, then gives them out in one act that can be taken back', async () => {
    await setRules(rulesOfTwo())
    for (const districtId of [pile, pile, fraternite, fraternite, fraternite])
      await givenSubmission(dossier, { districtId })
    await givenSubmission(dossier, { districtId: fraternite, stage: 'admissible' })
    const shown = await preview()
    expect(shown).toEqual({
      total: 5,
      left: 0,
      shares: [
        { personId: idOf(lea), name: 'Léa', openBefore: 0, given: 3 },
        { personId: idOf(max), name: 'Max', openBefore: 0, given: 2 },
      ],
    })
    expect(await assignees()).toEqual([null, null, null, null, null, null])
    expect(await distribute(5)).toEqual(shown)
    expect(await assignees()).toEqual(['Léa', 'Léa', 'Max', 'Max', 'Léa', null])
    expect(await journalService.undoLast({}, lead)).toMatchObject({ objects: 6 })
    expect(await assignees()).toEqual([null, null, null, null, null, null])
  })

  it('gives out nothing when the preview is out of date, or nobody is named', async () => {
    await setRules(rulesOfTwo())
    await givenSubmission(dossier)
    await expect(distribute(2)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await setRules([])
    expect(await preview()).toEqual({ total: 1, left: 1, shares: [] })
    await expect(distribute(1)).rejects.toMatchObject({ code: 'nothing-to-distribute' })
    expect(await assignees()).toEqual([null])
  })

  it('goes on in turn from one distribution to the next, and back with the undo', async () => {
    await setRules([{ kind: 'round-robin', personIds: [idOf(lea), idOf(max)] }])
    await givenSubmission(dossier)
    await distribute(1)
    await givenSubmission(dossier)
    await distribute(1)
    expect(await assignees()).toEqual(['Léa', 'Max'])
    await journalService.undoLast({}, lead)
    await distribute(1)
    expect(await assignees()).toEqual(['Léa', 'Max'])
  })

  it('gives new deposits out as they come, entered or imported', async () => {
    await setRules(rulesOfTwo(), { automatic: true })
    await submissionsService.create(
      {
        processId: dossier.processId,
        title: 'Bancs',
        body: 'Des bancs',
        authorName: 'Dominique',
        authorEmail: null,
        authorPhone: null,
        authorAddress: null,
        channel: 'paper',
        themeId: null,
        districtId: pile,
        address: null,
        latitude: null,
        longitude: null,
        declaredCost: null,
        meetingId: null,
      },
      max,
    )
    await importContent(
      dossier,
      lead,
      'depots.csv',
      'Titre;Description;Quartier;Auteur\nMare;Une mare;Fraternité;Max\nPiste;Une piste;Pile;Zoé\nKiosque;Un kiosque;Fraternité;Zoé\n',
    )
    // Nobody is given their own contribution (I8): the pond signed by Max goes to Léa.
    expect(await assignees()).toEqual(['Léa', 'Léa', 'Léa', 'Max'])
    const { entries } = await journalService.list(
      { action: 'team.assign-arrivals', offset: 0, limit: 10 },
      lead,
    )
    expect(entries.map(({ after }) => JSON.parse(after ?? '{}').shares)).toEqual([
      [
        { person: 'Léa', count: 2 },
        { person: 'Max', count: 1 },
      ],
      [{ person: 'Léa', count: 1 }],
    ])
  })

  it('hands the work of somebody who is away to the stand-in, and back afterwards', async () => {
    await setRules(rulesOfTwo())
    const mine = await givenSubmission(dossier)
    await submissionsService.assign({ submissionIds: [mine], assigneeId: idOf(lea) }, lead)
    await teamService.saveAbsence(
      { personId: idOf(lea), fromOn: '2026-03-02', untilOn: '2026-03-06', standInId: idOf(max) },
      lea,
    )
    const held = async (call: DossierCall) => (await list({ mine: true }, call)).total
    expect([await held(lea), await held(max)]).toEqual([1, 0])
    dossier.setNow('2026-03-02T09:00:00.000Z')
    expect([await held(lea), await held(max)]).toEqual([1, 1])
    expect((await overview(max)).mine).toEqual({ open: 1, late: 0, standingInFor: ['Léa'] })
    expect((await overview(max)).people.find(({ name }) => name === 'Léa')).toMatchObject({
      open: 1,
      awayUntilOn: '2026-03-06',
      standInName: 'Max',
    })
    // The district is Léa's: what comes in meanwhile goes to Max.
    await givenSubmission(dossier)
    await distribute(1)
    expect(await assignees()).toEqual(['Léa', 'Max'])
    // Midnight in Paris: Léa is back.
    dossier.setNow('2026-03-06T23:00:00.000Z')
    expect([await held(lea), await held(max)]).toEqual([1, 1])
    expect((await overview(max)).mine).toMatchObject({ open: 1, standingInFor: [] })
  })

  it('refuses absences that make no sense, and those of others', async () => {
    const save = (part: object, call = lea) =>
      teamService.saveAbsence(
        { personId: idOf(lea), fromOn: '2026-03-02', untilOn: '2026-03-06', standInId: null, ...part },
        call,
      )
    const reader = await dossier.callAs('Rémi', ['reader'])
    await expect(save({}, max)).rejects.toMatchObject({ code: 'absence-of-another' })
    await expect(save({ untilOn: '2026-03-01' })).rejects.toMatchObject({ code: 'absence-backwards' })
    await expect(save({ standInId: idOf(lea) })).rejects.toMatchObject({ code: 'stand-in-unfit' })
    await expect(save({ standInId: idOf(reader) })).rejects.toMatchObject({ code: 'stand-in-unfit' })
    await save({}, lead)
    await expect(save({ fromOn: '2026-03-06', untilOn: '2026-03-09' })).rejects.toMatchObject({
      code: 'absence-overlaps',
    })
    const [absence] = await teamService.absences({}, lea)
    await save({ id: absence?.id, version: absence?.version, untilOn: '2026-03-04' })
    expect(await teamService.absences({}, lea)).toMatchObject([{ untilOn: '2026-03-04', version: 2 }])
    await journalService.undoLast({}, lea)
    expect(await teamService.absences({}, lea)).toMatchObject([{ untilOn: '2026-03-06' }])
    await teamService.removeAbsence({ id: absence?.id ?? '' }, lea)
    expect(await teamService.absences({}, lea)).toEqual([])
    await journalService.undoLast({}, lea)
    expect(await teamService.absences({}, lea)).toMatchObject([{ personName: 'Léa', untilOn: '2026-03-06' }])
  })

  it('counts and lists what is late by the days given to decide and by the end of the phase', async () => {
    await setRules([], { decisionDays: 30 })
    const first = await givenSubmission(dossier)
    await givenSubmission(dossier, { stage: 'incomplete' })
    await submissionsService.assign({ submissionIds: [first], assigneeId: idOf(lea) }, lead)
    // Deposited on 1 February: decided by 3 March at the latest.
    dossier.setNow('2026-03-03T22:59:59.000Z')
    expect([(await list({ late: true }, lea)).total, (await overview(lea)).late]).toEqual([0, 0])
    dossier.setNow('2026-03-03T23:00:00.000Z')
    expect((await list({ late: true }, lea)).rows.map(({ id }) => id)).toEqual([first])
    expect(await overview(lea)).toMatchObject({ late: 1, mine: { open: 1, late: 1 } })
    await dossier.database.db
      .insertInto('phase')
      .values({
        id: dossier.rulebookId,
        process_id: dossier.processId,
        kind: 'admissibility',
        opens_at: '2026-02-28T23:00:00.000Z',
        closes_at: '2026-03-31T22:00:00.000Z',
      })
      .execute()
    dossier.setNow('2026-03-31T22:00:00.000Z')
    expect([(await list({ late: true }, lea)).total, (await overview(lea)).late]).toEqual([2, 2])
  })

  it('keeps the settings of two who save at once apart, and takes a change back', async () => {
    await setRules(rulesOfTwo(), { decisionDays: 10 })
    const stale = {
      processId: dossier.processId,
      version: 0,
      secondOpinion: 'all' as const,
      decisionDays: null,
      automatic: false,
      rules: [],
    }
    await expect(teamService.saveSettings(stale, lead)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await teamService.saveSettings({ ...stale, version: 1 }, lead)
    await journalService.undoLast({}, lead)
    expect(await teamService.settings({ processId: dossier.processId }, lead)).toMatchObject({
      secondOpinion: 'none',
      decisionDays: 10,
      rules: rulesOfTwo(),
    })
  })
})
