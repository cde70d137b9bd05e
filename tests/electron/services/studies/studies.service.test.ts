import { afterEach, beforeEach, expect, it } from 'vitest'
import { verifyJournal } from '../../../../electron/data/journal/journal.repository.ts'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { studiesService } from '../../../../electron/services/studies/studies.service.ts'
import { givenSubmission } from '../../../helpers/feasible-project.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

describeOnBothEngines('studies', (open) => {
  let dossier: TestDossier
  let technician: DossierCall
  beforeEach(async () => {
    dossier = await open()
    technician = await dossier.callAs('Sacha', ['technical-service'])
  })
  afterEach(() => dossier.close())

  const start = async () => {
    const submissionId = await givenSubmission(dossier, { stage: 'admissible', title: 'Boîte à livres' })
    return studiesService.start({ submissionId }, technician)
  }
  const entries = () =>
    dossier.database.reader
      .selectFrom('journal_entry')
      .select(['action', 'person_name', 'at', 'object_label', 'object_id'])
      .orderBy('sequence')
      .execute()

  it('I3 opens a study, takes the proposal under review and says who and when', async () => {
    const study = await start()
    expect(study.submission.stage).toBe('under-review')
    expect(await entries()).toEqual([
      {
        action: 'study.start',
        person_name: 'Sacha',
        at: '2026-03-01T09:00:00.000Z',
        object_label: `${study.submission.reference} Boîte à livres`,
        object_id: study.id,
      },
    ])
  })

  it('answers the study that a proposal has already, without a trace', async () => {
    const study = await start()
    const again = await studiesService.start({ submissionId: study.submission.id }, technician)
    expect(again.id).toBe(study.id)
    expect(await entries()).toHaveLength(1)
  })

  it('studies no proposal that is not admissible', async () => {
    const submissionId = await givenSubmission(dossier, { stage: 'submitted' })
    await expect(studiesService.start({ submissionId }, technician)).rejects.toMatchObject({
      code: 'study-needs-admissible',
    })
  })

  const gridOf = (study: { id: string; version: number }) => ({
    studyId: study.id,
    version: study.version,
    grid: {
      land: { answer: 'favourable' as const, note: 'Domaine communal' },
      cost: { answer: 'reserved' as const },
    },
    leadDepartment: 'Espaces verts',
    dueOn: '2026-04-15',
    conditions: 'Passage libre de 1,40 m',
  })

  it('keeps the grid, the lead, the date and the conditions', async () => {
    const study = await start()
    await studiesService.saveGrid(gridOf(study), technician)
    const saved = await studiesService.get({ studyId: study.id }, technician)
    const { studyId: _id, version: _version, ...written } = gridOf(study)
    expect(saved).toMatchObject(written)
    expect(saved.grid).toEqual(written.grid)
  })

  it('writes nothing when what is saved is there already', async () => {
    const study = await start()
    const saved = await studiesService.saveGrid(gridOf(study), technician)
    const again = await studiesService.saveGrid(gridOf(saved), technician)
    expect(again.version).toBe(saved.version)
    expect((await entries()).map(({ action }) => action)).toEqual(['study.start', 'study.save-grid'])
  })

  it('refuses what was typed over somebody else’s work, and keeps that work', async () => {
    const study = await start()
    const other = await dossier.callAs('Dominique', ['technical-service'])
    await studiesService.saveGrid(gridOf(study), other)
    await expect(
      studiesService.saveGrid({ ...gridOf(study), leadDepartment: 'Voirie' }, technician),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect((await studiesService.get({ studyId: study.id }, technician)).leadDepartment).toBe('Espaces verts')
  })

  it('lists every proposal to study or studied, and leaves the others out', async () => {
    const study = await start()
    await studiesService.saveGrid(gridOf(study), technician)
    await givenSubmission(dossier, { stage: 'admissible', title: 'Fresque' })
    for (const stage of ['submitted', 'inadmissible', 'merged'] as const)
      await givenSubmission(dossier, { stage })
    await studiesService.askOpinion({ studyId: study.id, department: 'Voirie', dueOn: null }, technician)
    const asked = await studiesService.askOpinion(
      { studyId: study.id, department: 'Juridique', dueOn: null },
      technician,
    )
    await studiesService.giveOpinion(
      {
        studyId: study.id,
        opinionId: asked.opinions[0]?.id ?? '',
        opinion: 'favourable',
        comment: '',
        givenOn: '2026-03-02',
      },
      technician,
    )
    const rows = await studiesService.list({ processId: dossier.processId }, technician)
    expect(rows.map(({ title, studyId }) => [title, studyId])).toEqual([
      ['Boîte à livres', study.id],
      ['Fresque', null],
    ])
    expect(rows[0]).toMatchObject({
      stage: 'under-review',
      leadDepartment: 'Espaces verts',
      dueOn: '2026-04-15',
      opinionsAsked: 2,
      opinionsGiven: 1,
      consulted: ['Voirie', 'Juridique'],
      awaited: ['Juridique'],
    })
  })

  it('leaves a journal whose chain holds', async () => {
    const study = await start()
    await studiesService.saveGrid(gridOf(study), technician)
    expect((await verifyJournal(dossier.database.reader)).sound).toBe(true)
  })
})
