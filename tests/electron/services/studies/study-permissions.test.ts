import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startParvis, type TestParvis } from '../../../helpers/test-parvis.ts'

describe('studies through the router', () => {
  let parvis: TestParvis
  let submissionId: string
  beforeAll(async () => {
    parvis = startParvis()
    await parvis.createDossier()
    const [process] = await parvis.call('processes', 'list', {})
    const submission = await parvis.call('submissions', 'create', {
      processId: process?.id ?? '',
      title: 'Boîte à livres',
      body: '<p>Au parc</p>',
      channel: 'paper',
    })
    submissionId = submission.id
    await parvis.call('submissions', 'decide', { submissionId, verdict: 'admissible' })
    await parvis.call('people', 'add', { name: 'Sacha', roles: ['technical-service'] })
  })
  afterAll(() => parvis.stop())

  const signInAs = async (name: string) => {
    const people = await parvis.call('people', 'list', {})
    await parvis.call('people', 'signIn', {
      personId: people.find((person) => person.name === name)?.id ?? '',
    })
  }

  it('are for the technical services to write and for a moderator to read', async () => {
    await parvis.actAs('Camille', ['moderator'])
    expect(await parvis.refusal('studies.start', { submissionId })).toMatchObject({
      code: 'permission-missing',
      parameters: { permission: 'study' },
    })
    await signInAs('Sacha')
    const study = await parvis.call('studies', 'start', { submissionId })
    expect(await parvis.refusal('projects.create', { submissionIds: [submissionId] })).toMatchObject({
      code: 'permission-missing',
    })
    await signInAs('Camille')
    expect((await parvis.call('studies', 'get', { studyId: study.id })).id).toBe(study.id)
  })

  it('refuse figures that no estimate has', async () => {
    await signInAs('Sacha')
    const study = await parvis.call('studies', 'start', { submissionId })
    const costs = {
      studyId: study.id,
      version: study.version,
      costLines: [
        {
          label: 'Banc',
          quantityThousandths: 0.5,
          unit: 'u',
          unitPriceTenThousandths: 1,
          vatRateBasisPoints: 2_000,
        },
      ],
      addOns: study.addOns,
      annualRunningCost: null,
    }
    expect((await parvis.refusal('studies.saveCosts', costs)).code).toBe('input-invalid')
  })
})
