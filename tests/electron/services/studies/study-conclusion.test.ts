import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { projectsService } from '../../../../electron/services/projects/projects.service.ts'
import { studiesService } from '../../../../electron/services/studies/studies.service.ts'
import type { Conclusion } from '../../../../shared/domain/feasibility/study-axes.ts'
import type { StudyDetail } from '../../../../shared/read-models/study.ts'
import { givenSubmission } from '../../../helpers/feasible-project.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

describeOnBothEngines('the conclusion of a study', (open) => {
  let dossier: TestDossier
  let technician: DossierCall
  let study: StudyDetail
  beforeEach(async () => {
    dossier = await open()
    technician = await dossier.callAs('Sacha', ['technical-service', 'manager'])
    const submissionId = await givenSubmission(dossier, { stage: 'admissible' })
    study = await studiesService.start({ submissionId }, technician)
  })
  afterEach(() => dossier.close())

  const conclude = (from: StudyDetail, conclusion: Conclusion | null, answer = '', reason = '') =>
    studiesService.conclude(
      { studyId: from.id, version: from.version, conclusion, answer, reason },
      technician,
    )
  const decisions = () =>
    dossier.database.reader
      .selectFrom('decision')
      .select(['from_stage', 'to_stage', 'rationale', 'decided_by_name', 'decided_at', 'rulebook_id'])
      .where('submission_id', '=', study.submission.id)
      .orderBy('id')
      .execute()

  it('I2 is never "infeasible" without a motivated answer; with one it has author, date and rules', async () => {
    for (const blank of ['', '  \n'])
      await expect(conclude(study, 'infeasible', blank)).rejects.toMatchObject({ code: 'rationale-missing' })
    expect((await studiesService.get({ studyId: study.id }, technician)).conclusion).toBeNull()

    dossier.setNow('2026-03-05T08:00:00.000Z')
    const concluded = await conclude(study, 'infeasible', 'Le terrain est privé.')
    expect(concluded).toMatchObject({
      conclusion: 'infeasible',
      answer: 'Le terrain est privé.',
      concludedByName: 'Sacha',
      concludedAt: '2026-03-05T08:00:00.000Z',
      submission: { stage: 'infeasible' },
    })
    expect((await decisions()).at(-1)).toEqual({
      from_stage: 'under-review',
      to_stage: 'infeasible',
      rationale: 'Le terrain est privé.',
      decided_by_name: 'Sacha',
      decided_at: '2026-03-05T08:00:00.000Z',
      rulebook_id: dossier.rulebookId,
    })
  })

  it('makes a proposal feasible with conditions as well as without', async () => {
    expect((await conclude(study, 'feasible-with-conditions')).submission.stage).toBe('feasible')
  })

  it('keeps the answer while it is being written, and closes it with the conclusion', async () => {
    const saveAnswer = (from: StudyDetail, answer: string) =>
      studiesService.saveAnswer({ studyId: from.id, version: from.version, answer }, technician)
    const draft = await saveAnswer(study, 'Le terrain…')
    expect(draft).toMatchObject({
      answer: 'Le terrain…',
      conclusion: null,
      submission: { stage: 'under-review' },
    })
    const concluded = await conclude(draft, 'infeasible', 'Le terrain est privé.')
    await expect(saveAnswer(concluded, 'Autre chose')).rejects.toMatchObject({ code: 'study-concluded' })
  })

  it('is taken back only with a reason, and keeps the answer', async () => {
    const concluded = await conclude(study, 'infeasible', 'Le terrain est privé.')
    await expect(conclude(concluded, null, concluded.answer, ' ')).rejects.toMatchObject({
      code: 'reason-missing',
    })
    const back = await conclude(concluded, null, concluded.answer, 'Le terrain a été racheté')
    expect(back).toMatchObject({
      conclusion: null,
      concludedByName: null,
      answer: 'Le terrain est privé.',
      submission: { stage: 'under-review' },
    })
    expect((await decisions()).at(-1)?.rationale).toBe('Le terrain a été racheté')
  })

  it('stays once it carries a project', async () => {
    const concluded = await conclude(study, 'feasible', 'Réalisable.')
    await projectsService.create({ submissionIds: [study.submission.id] }, technician)
    const now = await studiesService.get({ studyId: concluded.id }, technician)
    for (const [conclusion, reason] of [
      [null, 'Doute'],
      ['infeasible', ''],
    ] as const) {
      await expect(conclude(now, conclusion, 'Non.', reason)).rejects.toMatchObject({
        code: 'submission-already-in-project',
      })
    }
    const kept = await conclude(now, 'feasible-with-conditions', 'Sous réserve d’un passage libre.')
    expect(kept).toMatchObject({
      conclusion: 'feasible-with-conditions',
      submission: { stage: 'awaiting-visa' },
    })
  })

  it('is refused over somebody else’s', async () => {
    await conclude(study, 'feasible')
    await expect(conclude(study, 'infeasible', 'Non.')).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })
})
