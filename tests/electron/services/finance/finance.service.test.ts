import { afterEach, beforeEach, expect, it } from 'vitest'
import { verifyJournal } from '../../../../electron/data/journal/journal.repository.ts'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { financeService } from '../../../../electron/services/finance/finance.service.ts'
import { journalService } from '../../../../electron/services/journal/journal.service.ts'
import { projectsService } from '../../../../electron/services/projects/projects.service.ts'
import { studiesService } from '../../../../electron/services/studies/studies.service.ts'
import { cents } from '../../../../shared/domain/money/cents.ts'
import { givenProject, givenSubmission, noAddOns } from '../../../helpers/feasible-project.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

type Figures = Omit<Parameters<typeof studiesService.saveCosts>[0], 'studyId' | 'version' | 'runningCostNote'>

describeOnBothEngines('finance', (open) => {
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

  const sign = (projectId: string, amount: number, call = finance) =>
    financeService.sign({ projectId, decision: 'granted', amountRead: cents(amount), reason: '' }, call)

  it('I8 refuses the visa of whoever estimated, and takes that of another person', async () => {
    const { project } = await givenProject(dossier, technician, 1_000)
    const asBoth = await dossier.callAs('Sacha', ['technical-service', 'manager'])
    await expect(sign(project.id, 120_000, asBoth)).rejects.toMatchObject({ code: 'visa-own-estimate' })
    expect((await sign(project.id, 120_000)).visaState).toBe('granted')
  })

  it('refuses a visa on another amount than the one that was read', async () => {
    const { project } = await givenProject(dossier, technician, 1_000)
    await expect(sign(project.id, 119_999)).rejects.toMatchObject({
      code: 'amount-changed',
      parameters: { current: 120_000 },
    })
  })

  it('refuses a refusal without a reason', async () => {
    const { project } = await givenProject(dossier, technician, 1_000)
    const refuse = (reason: string) =>
      financeService.sign(
        { projectId: project.id, decision: 'refused', amountRead: cents(120_000), reason },
        finance,
      )
    await expect(refuse(' ')).rejects.toMatchObject({ code: 'reason-missing' })
    expect((await refuse('Chiffrage incomplet')).visaState).toBe('refused')
  })

  it('I7 lets the visa fall, and says so, when any figure under it changes', async () => {
    const { project, study } = await givenProject(dossier, technician, 1_000)
    await sign(project.id, 120_000)
    const costs = {
      studyId: study.id,
      costLines: study.costLines.map(({ id: _id, ...line }) => line),
      addOns: noAddOns,
      annualRunningCost: study.annualRunningCost,
      runningCostNote: 'relu',
    }
    const same = await studiesService.saveCosts({ ...costs, version: study.version }, technician)
    expect(same.visaState).toBe('granted')
    const changed = await studiesService.saveCosts(
      { ...costs, version: same.version, annualRunningCost: cents(99_900) },
      technician,
    )
    expect(changed.visaState).toBe('void')
    const detail = await projectsService.get({ projectId: project.id }, finance)
    expect(detail.visas[0]).toMatchObject({ state: 'granted', voidedReason: 'study.save-costs' })
    const voided = await dossier.database.reader
      .selectFrom('journal_entry')
      .selectAll()
      .where('action', '=', 'visa.void')
      .execute()
    expect(voided).toHaveLength(1)
    await expect(
      projectsService.freeze({ processId: dossier.processId, projectIds: [project.id] }, manager),
    ).rejects.toMatchObject({ code: 'visa-missing' })
  })

  it('I6 adds up to the same cent by district, theme and stage', async () => {
    for (const euros of [1_000, 2_345, 777]) await givenProject(dossier, technician, euros)
    const summary = await financeService.summary({ processId: dossier.processId }, finance)
    const sum = (rows: readonly { amount: number }[]) => rows.reduce((total, row) => total + row.amount, 0)
    expect(summary.total).toBe(494_640)
    expect([sum(summary.byDistrict), sum(summary.byTheme), sum(summary.byStage)]).toEqual([
      494_640, 494_640, 494_640,
    ])
    expect(summary.remaining).toBe(10_000_000 - 494_640)
    expect(summary.findings.filter((finding) => finding.code === 'without-visa')).toHaveLength(3)
  })

  it('names the projects over the cap', async () => {
    await givenProject(dossier, technician, 20_001)
    const { findings } = await financeService.summary({ processId: dossier.processId }, finance)
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'over-cap', amount: 2_400_120, limit: 2_000_000 }),
    )
  })

  it('I7 lets the visa fall at a change of any single figure under it', async () => {
    const { project, study } = await givenProject(dossier, technician, 1_000)
    const line = {
      label: 'Fourniture et pose',
      quantityThousandths: 1_000,
      unit: 'ft',
      unitPriceTenThousandths: 10_000_000,
      vatRateBasisPoints: 2_000,
    }
    const figures: Figures = { costLines: [line], addOns: noAddOns, annualRunningCost: cents(12_000) }
    let version = study.version
    const save = async (part: Partial<Figures>) => {
      const saved = await studiesService.saveCosts(
        { studyId: study.id, version, ...figures, ...part, runningCostNote: '' },
        technician,
      )
      version = saved.version
      return saved
    }
    const changes: readonly Partial<Figures>[] = [
      { costLines: [{ ...line, label: 'Fourniture' }] },
      { costLines: [{ ...line, quantityThousandths: 1_001 }] },
      { costLines: [{ ...line, unit: 'ens.' }] },
      { costLines: [{ ...line, unitPriceTenThousandths: 10_000_001 }] },
      { costLines: [{ ...line, vatRateBasisPoints: 1_000 }] },
      { costLines: [line, line] },
      { addOns: { ...noAddOns, contingencyBasisPoints: 1 } },
      { addOns: { ...noAddOns, preliminaryStudies: cents(1) } },
      { addOns: { ...noAddOns, designFeeBase: 'works-and-contingency' } },
      { addOns: { ...noAddOns, designFeeBasisPoints: 800 } },
      { annualRunningCost: cents(12_001) },
    ]
    for (const change of changes) {
      const before = await save({})
      await sign(project.id, before.estimate.amountInclVat)
      const after = await save(change)
      expect([change, after.visaState]).toEqual([change, 'void'])
    }
  })

  it('takes a signature back: the visa before it speaks again, and both stay on record', async () => {
    const { project } = await givenProject(dossier, technician, 1_000)
    await financeService.sign(
      { projectId: project.id, decision: 'refused', amountRead: cents(120_000), reason: 'À détailler' },
      finance,
    )
    await sign(project.id, 120_000)
    const state = async () => {
      const detail = await projectsService.get({ projectId: project.id }, finance)
      const [row] = await projectsService.list({ processId: dossier.processId }, finance)
      return [detail.visaState, row?.visaState, detail.visas.length]
    }
    expect(await state()).toEqual(['granted', 'granted', 2])
    await journalService.undoLast({}, finance)
    expect(await state()).toEqual(['refused', 'refused', 2])
    await journalService.undoLast({}, finance)
    expect(await state()).toEqual(['none', 'none', 2])
    expect((await verifyJournal(dossier.database.reader)).sound).toBe(true)
    expect((await sign(project.id, 120_000)).visaState).toBe('granted')
  })

  it('I7 does not bring back a visa whose figures have changed when a later refusal is taken back', async () => {
    const { project, study } = await givenProject(dossier, technician, 1_000)
    await sign(project.id, 120_000)
    await financeService.sign(
      { projectId: project.id, decision: 'refused', amountRead: cents(120_000), reason: 'Erreur' },
      finance,
    )
    await studiesService.saveCosts(
      {
        studyId: study.id,
        version: study.version,
        costLines: study.costLines.map(({ id: _id, ...line }) => line),
        addOns: noAddOns,
        annualRunningCost: cents(1),
        runningCostNote: '',
      },
      technician,
    )
    await journalService.undoLast({}, finance)
    expect((await projectsService.get({ projectId: project.id }, finance)).visaState).toBe('void')
  })

  it('keeps a signature that the list was settled on', async () => {
    const { project } = await givenProject(dossier, technician, 1_000)
    await sign(project.id, 120_000)
    await projectsService.freeze({ processId: dossier.processId, projectIds: [project.id] }, manager)
    await expect(journalService.undoLast({}, finance)).rejects.toMatchObject({ code: 'undo-overtaken' })
  })

  it('I5 keeps title and costs of a settled project, unless an erratum is published', async () => {
    const { project, study } = await givenProject(dossier, technician, 1_000)
    await sign(project.id, 120_000)
    const [row] = await projectsService.freeze(
      { processId: dossier.processId, projectIds: [project.id] },
      manager,
    )
    expect(row).toMatchObject({ stage: 'on-ballot', ballotNumber: 1 })
    const costs = {
      studyId: study.id,
      version: study.version,
      costLines: [],
      addOns: noAddOns,
      annualRunningCost: null,
      runningCostNote: '',
    }
    await expect(studiesService.saveCosts(costs, technician)).rejects.toMatchObject({ code: 'list-settled' })
    const settled = await projectsService.get({ projectId: project.id }, manager)
    const edit = {
      projectId: project.id,
      version: settled.version,
      summary: '',
      description: '',
      managingDepartment: '',
      proposerNames: '',
      themeId: settled.themeId,
      districtId: settled.districtId,
      address: null,
      latitude: null,
      longitude: null,
    }
    await expect(
      projectsService.update({ ...edit, title: 'Autre', erratum: '' }, manager),
    ).rejects.toMatchObject({ code: 'erratum-missing' })
    expect(
      (await projectsService.update({ ...edit, title: 'Autre', erratum: 'Titre corrigé' }, manager)).title,
    ).toBe('Autre')
  })

  it('I12 refuses winners above the envelope without a decision that allows it', async () => {
    await dossier.database.db.updateTable('process').set({ envelope_cents: 150_000 }).execute()
    const projects = [
      await givenProject(dossier, technician, 1_000),
      await givenProject(dossier, technician, 500),
    ]
    for (const { project } of projects) await sign(project.id, project.cost ?? 0)
    const projectIds = projects.map(({ project }) => project.id)
    await projectsService.freeze({ processId: dossier.processId, projectIds }, manager)
    const results = projectIds.map((projectId) => ({ projectId, votes: 10, outcome: 'winner' as const }))
    const record = (overrunReason: string) =>
      projectsService.recordResults(
        { processId: dossier.processId, votersCount: 20, results, overrunReason },
        manager,
      )
    await expect(record('')).rejects.toMatchObject({ code: 'winners-over-envelope' })
    expect(
      (await projectsService.list({ processId: dossier.processId }, manager)).map((row) => row.stage),
    ).toEqual(['on-ballot', 'on-ballot'])
    expect((await record('Délibération 2026-12')).map((row) => row.stage)).toEqual(['winner', 'winner'])
  })

  it('I2 refuses to conclude as infeasible without a motivated answer', async () => {
    const submissionId = await givenSubmission(dossier, { stage: 'admissible' })
    const study = await studiesService.start({ submissionId }, technician)
    const conclude = (answer: string) =>
      studiesService.conclude(
        { studyId: study.id, version: study.version, conclusion: 'infeasible', answer, reason: '' },
        technician,
      )
    await expect(conclude('')).rejects.toMatchObject({ code: 'rationale-missing' })
    expect((await conclude('Le terrain est privé.')).submission.stage).toBe('infeasible')
  })

  it('makes one project of two proposals and keeps both proposers in sight', async () => {
    const ids = [
      await givenSubmission(dossier, { stage: 'feasible', authorName: 'Nour Haddad' }),
      await givenSubmission(dossier, { stage: 'feasible', authorName: 'Association Les Jardins' }),
    ]
    const project = await projectsService.create({ submissionIds: ids }, manager)
    expect(project.proposerNames).toBe('Nour H., Association Les Jardins')
    expect(project.submissions.map((submission) => [submission.lead, submission.stage])).toEqual([
      [true, 'awaiting-visa'],
      [false, 'awaiting-visa'],
    ])
    await expect(projectsService.create({ submissionIds: ids }, manager)).rejects.toMatchObject({
      code: 'submission-already-in-project',
    })
  })

  it('refuses a study saved over somebody else’s work', async () => {
    const submissionId = await givenSubmission(dossier, { stage: 'admissible' })
    const study = await studiesService.start({ submissionId }, technician)
    const grid = {
      studyId: study.id,
      version: study.version,
      grid: {},
      leadDepartment: 'Voirie',
      dueOn: null,
      conditions: '',
    }
    await studiesService.saveGrid(grid, technician)
    await expect(studiesService.saveGrid(grid, manager)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect((await verifyJournal(dossier.database.reader)).sound).toBe(true)
  })
})
