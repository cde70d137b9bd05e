import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { checkDossier } from '../../../../electron/services/check/check-dossier.ts'
import { financeService } from '../../../../electron/services/finance/finance.service.ts'
import { journalService } from '../../../../electron/services/journal/journal.service.ts'
import { projectsService } from '../../../../electron/services/projects/projects.service.ts'
import { cents } from '../../../../shared/domain/money/cents.ts'
import type { ProjectDetail } from '../../../../shared/read-models/project.ts'
import { givenProject, givenSubmission } from '../../../helpers/feasible-project.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

type Outcome = 'winner' | 'reserve' | 'not-selected'

describeOnBothEngines('projects', (open) => {
  let dossier: TestDossier
  let technician: DossierCall
  let finance: DossierCall
  let manager: DossierCall
  beforeEach(async () => {
    dossier = await open()
    technician = await dossier.callAs('Sacha', ['technical-service', 'manager'])
    finance = await dossier.callAs('Claude', ['finance'])
    manager = await dossier.callAs('Maxime', ['manager'])
  })
  afterEach(() => dossier.close())

  async function givenSigned(euros: number): Promise<ProjectDetail> {
    const { project } = await givenProject(dossier, technician, euros)
    return financeService.sign(
      { projectId: project.id, decision: 'granted', amountRead: project.cost ?? cents(0), reason: '' },
      finance,
    )
  }

  async function givenBallot(...euros: readonly number[]): Promise<readonly string[]> {
    const ids: string[] = []
    for (const amount of euros) ids.push((await givenSigned(amount)).id)
    await projectsService.freeze({ processId: dossier.processId, projectIds: ids }, manager)
    return ids
  }

  function record(
    results: readonly (readonly [projectId: string, votes: number, outcome: Outcome])[],
    reasons: { readonly overrunReason?: string; readonly correctionReason?: string } = {},
  ) {
    return projectsService.recordResults(
      {
        processId: dossier.processId,
        votersCount: 120,
        results: results.map(([projectId, votes, outcome]) => ({ projectId, votes, outcome })),
        overrunReason: '',
        ...reasons,
      },
      manager,
    )
  }

  const outcomes = async () =>
    (await projectsService.list({ processId: dossier.processId }, manager)).map(
      ({ number, ballotNumber, stage, votes }) => ({ number, ballotNumber, stage, votes }),
    )
  const undo = (call: DossierCall) => journalService.undoLast({}, call)
  const valuesOf = (project: ProjectDetail) => ({
    projectId: project.id,
    version: project.version,
    title: project.title,
    summary: project.summary,
    description: project.description,
    managingDepartment: project.managingDepartment,
    proposerNames: project.proposerNames,
    themeId: project.themeId,
    districtId: project.districtId,
    address: project.address,
    latitude: project.latitude,
    longitude: project.longitude,
    erratum: '',
  })

  it('I11 numbers the ballot the same whatever the order in which projects are chosen', async () => {
    const signed: ProjectDetail[] = []
    for (const euros of [100, 200, 300, 400]) signed.push(await givenSigned(euros))
    for (const [index, project] of signed.entries()) {
      const districtId = dossier.districtIds[index % 2 === 0 ? 1 : 0] ?? null
      await projectsService.update({ ...valuesOf(project), districtId }, manager)
    }
    await projectsService.freeze(
      { processId: dossier.processId, projectIds: [3, 0, 2, 1].map((index) => signed[index]?.id ?? '') },
      manager,
    )
    // First district: projects 2 and 4; second district: 1 and 3.
    expect((await outcomes()).map(({ number, ballotNumber }) => [number, ballotNumber])).toEqual([
      [1, 3],
      [2, 1],
      [3, 4],
      [4, 2],
    ])
  })

  it('settles nothing when one project lacks its visa, and names it', async () => {
    const signed = await givenSigned(100)
    const { project: unsigned } = await givenProject(dossier, technician, 200)
    await expect(
      projectsService.freeze({ processId: dossier.processId, projectIds: [signed.id, unsigned.id] }, manager),
    ).rejects.toMatchObject({
      code: 'visa-missing',
      parameters: { count: 1, projects: `${unsigned.number} ${unsigned.title}` },
    })
    expect((await outcomes()).map(({ ballotNumber }) => ballotNumber)).toEqual([null, null])
  })

  it('I11 gives the same winners and totals when the same results are entered twice, in any order', async () => {
    const ids = await givenBallot(300, 500, 700)
    const lines = ids.map(
      (id, index) => [id, [40, 90, 10][index] ?? 0, index === 1 ? 'winner' : 'not-selected'] as const,
    )
    await record(lines)
    const first = await outcomes()
    const journal = await journalService.list({ offset: 0, limit: 500 }, manager)
    const anyOrder = fc.shuffledSubarray(lines, { minLength: lines.length })
    await fc.assert(
      fc.asyncProperty(anyOrder, async (order) => {
        await record(order)
        expect(await outcomes()).toEqual(first)
      }),
      { numRuns: 6 },
    )
    expect((await journalService.list({ offset: 0, limit: 500 }, manager)).total).toBe(journal.total)
    expect((await checkDossier(dossier.database)).findings.filter(({ sound }) => !sound)).toEqual([])
  })

  it('corrects recorded results only with a reason, which both steps of the proposal keep', async () => {
    const [id = ''] = await givenBallot(300)
    await record([[id, 40, 'winner']])
    await expect(record([[id, 4, 'not-selected']])).rejects.toMatchObject({ code: 'reason-missing' })
    await record([[id, 4, 'not-selected']], { correctionReason: 'PV rectificatif du 3 juin' })
    expect(await outcomes()).toMatchObject([{ stage: 'not-selected', votes: 4 }])
    const steps = await dossier.database.reader
      .selectFrom('decision')
      .select(['from_stage', 'to_stage', 'rationale'])
      .where('verdict', '=', 'result')
      .orderBy('id')
      .execute()
    expect(steps).toEqual([
      { from_stage: 'on-ballot', to_stage: 'winner', rationale: '' },
      { from_stage: 'winner', to_stage: 'on-ballot', rationale: 'PV rectificatif du 3 juin' },
      { from_stage: 'on-ballot', to_stage: 'not-selected', rationale: 'PV rectificatif du 3 juin' },
    ])
    expect((await checkDossier(dossier.database)).findings.filter(({ sound }) => !sound)).toEqual([])
  })

  it('I12 counts the winners entered before, not only those of this entry', async () => {
    await dossier.database.db.updateTable('process').set({ envelope_cents: 100_000 }).execute()
    const [first = '', second = ''] = await givenBallot(500, 500)
    await record([[first, 40, 'winner']])
    await expect(record([[second, 30, 'winner']])).rejects.toMatchObject({
      code: 'winners-over-envelope',
      parameters: { total: 120_000, envelope: 100_000 },
    })
    expect((await outcomes()).map(({ stage }) => stage)).toEqual(['winner', 'on-ballot'])
  })

  it('refuses a result for a project that is not on the ballot', async () => {
    const { project } = await givenProject(dossier, technician, 100)
    await expect(record([[project.id, 1, 'winner']])).rejects.toMatchObject({
      code: 'transition-not-allowed',
    })
  })

  it('keeps the number of voters in the journal', async () => {
    const [id = ''] = await givenBallot(100)
    await record([[id, 3, 'reserve']])
    const { entries } = await journalService.list({ offset: 0, limit: 10 }, manager)
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['process.count-voters', 'project.result']),
    )
  })

  it('I5 lets a published field of a settled project change only by an erratum, which stays in sight', async () => {
    const [id = ''] = await givenBallot(100)
    const settled = await projectsService.get({ projectId: id }, manager)
    for (const change of [
      { title: 'Autre' },
      { address: '1 rue Neuve' },
      { latitude: 50.69, longitude: 3.17 },
      { districtId: dossier.districtIds[1] ?? null },
    ]) {
      await expect(
        projectsService.update({ ...valuesOf(settled), ...change }, manager),
      ).rejects.toMatchObject({ code: 'erratum-missing' })
    }
    const reworded = await projectsService.update({ ...valuesOf(settled), summary: 'Plus clair' }, manager)
    expect(reworded.errata).toEqual([])
    const corrected = await projectsService.update(
      { ...valuesOf(reworded), title: 'Autre', erratum: 'Lire « Autre ».' },
      manager,
    )
    expect(corrected.errata).toMatchObject([{ personName: 'Maxime', text: 'Lire « Autre ».' }])
  })

  it('I5 does not let an undo slip an older edit behind a settled list', async () => {
    const signed = await givenSigned(100)
    await projectsService.update({ ...valuesOf(signed), title: 'Nouveau titre' }, manager)
    await projectsService.freeze({ processId: dossier.processId, projectIds: [signed.id] }, finance)
    await expect(undo(manager)).rejects.toMatchObject({ code: 'undo-overtaken' })
    expect((await projectsService.get({ projectId: signed.id }, manager)).title).toBe('Nouveau titre')
  })

  it('takes an edit back field by field, unless somebody has edited the same field since', async () => {
    const { project } = await givenProject(dossier, technician, 100)
    const renamed = await projectsService.update({ ...valuesOf(project), title: 'Le jardin' }, manager)
    await projectsService.update({ ...valuesOf(renamed), summary: 'Un potager' }, technician)
    expect(await undo(manager)).toMatchObject({ undone: { action: 'project.update' }, objects: 1 })
    expect(await projectsService.get({ projectId: project.id }, manager)).toMatchObject({
      title: project.title,
      summary: 'Un potager',
    })
    const again = await projectsService.get({ projectId: project.id }, manager)
    const mine = await projectsService.update({ ...valuesOf(again), title: 'À moi' }, manager)
    await projectsService.update({ ...valuesOf(mine), title: 'À vous' }, technician)
    await expect(undo(manager)).rejects.toMatchObject({ code: 'undo-overtaken' })
  })

  it('refuses an edit written over somebody else’s, and stores nothing that could run', async () => {
    const { project } = await givenProject(dossier, technician, 100)
    const description = '<p onclick="x()">Un <strong>potager</strong></p><script>x()</script>'
    const edited = await projectsService.update({ ...valuesOf(project), description }, technician)
    expect(edited.description).toBe('<p>Un <strong>potager</strong></p>')
    await expect(
      projectsService.update({ ...valuesOf(project), title: 'Trop tard' }, manager),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })

  it('takes back a picture, its words and its removal', async () => {
    const { project } = await givenProject(dossier, technician, 100)
    const path = join(dossier.folder, 'esquisse.png')
    writeFileSync(path, png)
    const words = { alternativeText: 'Un potager', credit: 'Ville' }
    const shown = await projectsService.setPicture(
      { projectId: project.id, version: project.version, path, ...words },
      manager,
    )
    expect(shown.picture).toMatchObject({ fileName: 'esquisse.png', ...words })
    const reworded = await projectsService.setPicture(
      { projectId: project.id, version: shown.version, ...words, credit: 'Ville de Roubaix' },
      manager,
    )
    expect(reworded.picture?.id).toBe(shown.picture?.id)
    await projectsService.setPicture(
      { projectId: project.id, version: reworded.version, path: null, alternativeText: '', credit: '' },
      manager,
    )
    const picture = async () => (await projectsService.get({ projectId: project.id }, manager)).picture
    expect(await picture()).toBeNull()
    await undo(manager)
    expect(await picture()).toMatchObject({ fileName: 'esquisse.png', credit: 'Ville de Roubaix' })
    await undo(manager)
    expect(await picture()).toMatchObject({ credit: 'Ville' })
    await undo(manager)
    expect(await picture()).toBeNull()
    expect((await checkDossier(dossier.database)).sound).toBe(true)
  })

  it('gives the proposals back when the creation of a project is undone, until it is signed', async () => {
    const ids = [
      await givenSubmission(dossier, { stage: 'feasible' }),
      await givenSubmission(dossier, { stage: 'feasible' }),
    ]
    await projectsService.create({ submissionIds: ids }, manager)
    await undo(manager)
    expect(await projectsService.list({ processId: dossier.processId }, manager)).toEqual([])
    const again = await projectsService.create({ submissionIds: ids.toReversed() }, manager)
    expect(again.submissions.map(({ id }) => id)).toEqual(ids.toReversed())

    const { project } = await givenProject(dossier, manager, 100)
    await financeService.sign(
      { projectId: project.id, decision: 'refused', amountRead: cents(12_000), reason: 'À revoir' },
      finance,
    )
    await expect(undo(manager)).rejects.toMatchObject({ code: 'undo-overtaken' })
  })

  it('finds a project by its proposers, department or address, accents aside', async () => {
    const { project } = await givenProject(dossier, technician, 100)
    await projectsService.update(
      { ...valuesOf(project), managingDepartment: 'Espaces verts', address: 'Rue de l’Épeule' },
      manager,
    )
    const found = async (search: string) =>
      (await projectsService.list({ processId: dossier.processId, search }, manager)).length
    expect([await found('epeule'), await found('dominique verts'), await found('piscine')]).toEqual([1, 1, 0])
  })

  it('I6 adds up to one whole by district, theme and stage, whatever the projects', async () => {
    const { processId, districtIds, themeIds } = dossier
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            // Down to the ten-thousandth of a euro, so that every amount is a rounded one.
            euros: fc.integer({ min: 0, max: 400_000_000 }).map((price) => price / 10_000),
            district: fc.constantFrom(...districtIds, null),
            theme: fc.constantFrom(...themeIds, null),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        async (drawn) => {
          for (const { euros, district, theme } of drawn) {
            const { project } = await givenProject(dossier, technician, euros)
            await projectsService.update(
              { ...valuesOf(project), districtId: district, themeId: theme },
              manager,
            )
          }
          const summary = await financeService.summary({ processId }, finance)
          const whole = summary.projects.reduce((sum, { cost }) => sum + (cost ?? 0), 0)
          for (const totals of [summary.byDistrict, summary.byTheme, summary.byStage]) {
            expect(totals.reduce((sum, { amount }) => sum + amount, 0)).toBe(whole)
            expect(totals.reduce((sum, { projects }) => sum + projects, 0)).toBe(summary.projects.length)
          }
          expect(summary.total).toBe(whole)
        },
      ),
      { numRuns: 4 },
    )
  })
})
