import { afterEach, beforeEach, expect, it } from 'vitest'
import { verifyJournal } from '../../../../electron/data/journal/journal.repository.ts'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { checkDossier } from '../../../../electron/services/check/check-dossier.ts'
import { financeService } from '../../../../electron/services/finance/finance.service.ts'
import { journalService } from '../../../../electron/services/journal/journal.service.ts'
import { studiesService } from '../../../../electron/services/studies/studies.service.ts'
import { submissionsService } from '../../../../electron/services/submissions/submissions.service.ts'
import { cents } from '../../../../shared/domain/money/cents.ts'
import type { StudyDetail } from '../../../../shared/read-models/study.ts'
import { givenProject, givenSubmission, noAddOns } from '../../../helpers/feasible-project.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

describeOnBothEngines('taking back acts on a study', (open) => {
  let dossier: TestDossier
  let technician: DossierCall
  let study: StudyDetail
  beforeEach(async () => {
    dossier = await open()
    technician = await dossier.callAs('Sacha', ['technical-service', 'manager'])
    const submissionId = await givenSubmission(dossier, { stage: 'admissible' })
    study = await studiesService.start({ submissionId }, technician)
  })
  afterEach(async () => {
    expect((await verifyJournal(dossier.database.reader)).sound).toBe(true)
    await dossier.close()
  })

  const undo = () => journalService.undoLast({}, technician)
  const now = () => studiesService.get({ studyId: study.id }, technician)
  /** A study without what every save changes: its version and the ids of its lines. */
  const content = ({ version: _version, costLines, ...rest }: StudyDetail) => ({
    ...rest,
    costLines: costLines.map(({ id: _id, ...line }) => line),
  })
  const line = {
    label: 'Banc',
    quantityThousandths: 1_000,
    unit: 'u',
    unitPriceTenThousandths: 8_500_000,
    vatRateBasisPoints: 2_000,
  }

  type Act = readonly [name: string, run: (from: StudyDetail) => Promise<StudyDetail>]
  const acts: readonly Act[] = [
    [
      'the grid',
      (from) =>
        studiesService.saveGrid(
          {
            studyId: from.id,
            version: from.version,
            grid: { land: { answer: 'favourable' } },
            leadDepartment: 'Voirie',
            dueOn: '2026-04-01',
            conditions: 'Aucune',
          },
          technician,
        ),
    ],
    [
      'the costs',
      (from) =>
        studiesService.saveCosts(
          {
            studyId: from.id,
            version: from.version,
            costLines: [line],
            addOns: noAddOns,
            annualRunningCost: cents(100),
            runningCostNote: 'note',
          },
          technician,
        ),
    ],
    [
      'the answer',
      (from) =>
        studiesService.saveAnswer(
          { studyId: from.id, version: from.version, answer: 'Brouillon' },
          technician,
        ),
    ],
    [
      'the conclusion',
      (from) =>
        studiesService.conclude(
          { studyId: from.id, version: from.version, conclusion: 'infeasible', answer: 'Non.', reason: '' },
          technician,
        ),
    ],
    [
      'the request for an opinion',
      (from) =>
        studiesService.askOpinion({ studyId: from.id, department: 'Voirie', dueOn: null }, technician),
    ],
  ]

  it.each(acts)('puts %s back as before', async (_name, act) => {
    const before = content(study)
    expect(content(await act(study))).not.toEqual(before)
    expect((await undo()).undone).not.toBeNull()
    expect(content(await now())).toEqual(before)
    expect((await checkDossier(dossier.database)).sound).toBe(true)
  })

  it('puts an opinion back, given or removed', async () => {
    const asked = await studiesService.askOpinion(
      { studyId: study.id, department: 'Voirie', dueOn: '2026-03-20' },
      technician,
    )
    const opinionId = asked.opinions[0]?.id ?? ''
    const given = await studiesService.giveOpinion(
      {
        studyId: study.id,
        opinionId,
        opinion: 'unfavourable',
        comment: 'Réseau de gaz.',
        givenOn: '2026-03-10',
      },
      technician,
    )
    await studiesService.removeOpinion({ studyId: study.id, opinionId }, technician)
    await undo()
    expect((await now()).opinions).toEqual(given.opinions)
    await undo()
    expect((await now()).opinions).toEqual(asked.opinions)
    await undo()
    expect((await now()).opinions).toEqual([])
  })

  it('closes a study that was opened by mistake, and only an untouched one', async () => {
    const submissionId = await givenSubmission(dossier, { title: 'Fresque' })
    const moderator = await dossier.callAs('Camille', ['moderator'])
    await submissionsService.decide(
      { submissionId, verdict: 'admissible', reasons: [], rationale: '', redirectedTo: null },
      moderator,
    )
    await studiesService.start({ submissionId }, technician)
    await undo()
    const rows = await studiesService.list({ processId: dossier.processId }, technician)
    expect(rows.find(({ title }) => title === 'Fresque')).toMatchObject({
      studyId: null,
      stage: 'admissible',
    })
    expect((await checkDossier(dossier.database)).sound).toBe(true)

    const again = await studiesService.start({ submissionId }, technician)
    await studiesService.askOpinion(
      { studyId: again.id, department: 'Voirie', dueOn: null },
      await dossier.callAs('Dominique', ['technical-service']),
    )
    await expect(undo()).rejects.toMatchObject({ code: 'undo-overtaken' })
  })

  it('refuses when somebody else has changed the study since', async () => {
    const [, saveCosts] = acts[1] ?? []
    const saved = (await saveCosts?.(study)) ?? study
    const other = await dossier.callAs('Dominique', ['technical-service'])
    await studiesService.saveCosts(
      {
        studyId: study.id,
        version: saved.version,
        costLines: [],
        addOns: noAddOns,
        annualRunningCost: null,
        runningCostNote: '',
      },
      other,
    )
    await expect(undo()).rejects.toMatchObject({ code: 'undo-overtaken' })
  })

  it('I7 does not bring a visa back with the figures: finance signs again', async () => {
    const { project, study: signedStudy } = await givenProject(dossier, technician, 1_000)
    const finance = await dossier.callAs('Claude', ['finance'])
    await financeService.sign(
      { projectId: project.id, decision: 'granted', amountRead: cents(120_000), reason: '' },
      finance,
    )
    const signed = await studiesService.get({ studyId: signedStudy.id }, technician)
    await studiesService.saveCosts(
      {
        studyId: signed.id,
        version: signed.version,
        costLines: [line],
        addOns: noAddOns,
        annualRunningCost: null,
        runningCostNote: '',
      },
      technician,
    )
    await undo()
    const back = await studiesService.get({ studyId: signed.id }, technician)
    expect(back.estimate.amountInclVat).toBe(120_000)
    expect(back.visaState).toBe('void')
  })
})
