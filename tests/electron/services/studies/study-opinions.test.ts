import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { studiesService } from '../../../../electron/services/studies/studies.service.ts'
import type { StudyDetail } from '../../../../shared/read-models/study.ts'
import { givenSubmission } from '../../../helpers/feasible-project.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

describeOnBothEngines('opinions of services', (open) => {
  let dossier: TestDossier
  let technician: DossierCall
  let study: StudyDetail
  beforeEach(async () => {
    dossier = await open()
    technician = await dossier.callAs('Sacha', ['technical-service'])
    const submissionId = await givenSubmission(dossier, { stage: 'admissible' })
    study = await studiesService.start({ submissionId }, technician)
  })
  afterEach(() => dossier.close())

  const ask = (department = 'Voirie') =>
    studiesService.askOpinion({ studyId: study.id, department, dueOn: '2026-03-20' }, technician)
  const give = (opinionId: string, version?: number) =>
    studiesService.giveOpinion(
      {
        studyId: study.id,
        ...(version === undefined ? {} : { version }),
        opinionId,
        opinion: 'reserved',
        comment: 'Laisser 1,40 m de passage.',
        givenOn: '2026-03-10',
      },
      technician,
    )

  it('are asked, then given by name and date', async () => {
    const asked = await ask()
    expect(asked.opinions).toMatchObject([
      { department: 'Voirie', opinion: null, requestedOn: '2026-03-01', dueOn: '2026-03-20', givenOn: null },
    ])
    const given = await give(asked.opinions[0]?.id ?? '')
    expect(given.opinions).toMatchObject([
      {
        department: 'Voirie',
        opinion: 'reserved',
        comment: 'Laisser 1,40 m de passage.',
        givenOn: '2026-03-10',
        givenByName: 'Sacha',
      },
    ])
  })

  it('I19 are asked on the day of Paris, not of Greenwich', async () => {
    dossier.setNow('2026-03-28T23:30:00.000Z')
    expect((await ask()).opinions[0]?.requestedOn).toBe('2026-03-29')
    dossier.setNow('2026-10-24T22:30:00.000Z')
    expect((await ask('Juridique')).opinions[1]?.requestedOn).toBe('2026-10-25')
  })

  it('are not written over what somebody else wrote meanwhile', async () => {
    const asked = await ask()
    const opinionId = asked.opinions[0]?.id ?? ''
    await give(opinionId, asked.version)
    const other = await dossier.callAs('Dominique', ['technical-service'])
    await expect(
      studiesService.giveOpinion(
        {
          studyId: study.id,
          version: asked.version,
          opinionId,
          opinion: 'favourable',
          comment: '',
          givenOn: '2026-03-11',
        },
        other,
      ),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })

  it('I3 leave asking, giving and taking back in the journal', async () => {
    const asked = await ask()
    const opinionId = asked.opinions[0]?.id ?? ''
    await give(opinionId)
    await give(opinionId)
    const removed = await studiesService.removeOpinion({ studyId: study.id, opinionId }, technician)
    expect(removed.opinions).toEqual([])
    const actions = await dossier.database.reader
      .selectFrom('journal_entry')
      .select(['action', 'person_name'])
      .orderBy('sequence')
      .execute()
    expect(actions.map(({ action, person_name }) => `${person_name}: ${action}`)).toEqual([
      'Sacha: study.start',
      'Sacha: study.ask-opinion',
      'Sacha: study.give-opinion',
      'Sacha: study.remove-opinion',
    ])
  })

  it('are refused where they were not asked', async () => {
    await expect(give('01980000-0000-7000-8000-000000000000')).rejects.toMatchObject({ code: 'not-found' })
  })
})
