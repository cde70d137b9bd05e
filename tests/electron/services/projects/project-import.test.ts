import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { linkSubmissions } from '../../../../electron/data/projects/project.repository.ts'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { financeService } from '../../../../electron/services/finance/finance.service.ts'
import { importsService } from '../../../../electron/services/imports/imports.service.ts'
import { projectsService } from '../../../../electron/services/projects/projects.service.ts'
import { cents } from '../../../../shared/domain/money/cents.ts'
import { givenSubmission } from '../../../helpers/feasible-project.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

describeOnBothEngines('projects that come by import', (open) => {
  let dossier: TestDossier
  let finance: DossierCall
  let manager: DossierCall
  beforeEach(async () => {
    dossier = await open()
    finance = await dossier.callAs('Claude', ['finance'])
    manager = await dossier.callAs('Maxime', ['manager'])
  })
  afterEach(() => dossier.close())

  async function importProject(title: string, budget: number, votes?: number) {
    const path = join(dossier.folder, 'projets.csv')
    const lines = [
      'id;title/fr;description/fr;budget_amount;confirmed_votes',
      `7;${title};Un lieu ouvert;${budget};${votes ?? ''}`,
    ]
    writeFileSync(path, `${lines.join('\n')}\n`)
    await importsService.commit({ processId: dossier.processId, path, choices: {} }, manager)
    const [row] = await projectsService.list({ processId: dossier.processId }, manager)
    return projectsService.get({ projectId: row?.id ?? '' }, manager)
  }

  const sign = (projectId: string, amount: number) =>
    financeService.sign({ projectId, decision: 'granted', amountRead: cents(amount), reason: '' }, finance)

  it('I7 lets the visa fall when a newer file brings another amount', async () => {
    const { id } = await importProject('Jardin', 12_000)
    expect((await sign(id, 1_200_000)).visaState).toBe('granted')
    expect((await importProject('Grand jardin', 12_000)).visaState).toBe('granted')
    expect(await importProject('Grand jardin', 13_000)).toMatchObject({ visaState: 'void', cost: 1_300_000 })
  })

  it('I5 keeps what was settled here whatever a newer file says', async () => {
    const { id } = await importProject('Jardin', 12_000)
    await sign(id, 1_200_000)
    await projectsService.freeze({ processId: dossier.processId, projectIds: [id] }, manager)
    expect(await importProject('Grand jardin', 13_000)).toMatchObject({
      title: 'Jardin',
      cost: 1_200_000,
      visaState: 'granted',
      stage: 'on-ballot',
    })
  })

  it('puts a project on the ballot and counts it, though its proposal was never admitted here', async () => {
    const { id } = await importProject('Jardin', 12_000)
    const submissionId = await givenSubmission(dossier, { stage: 'submitted' })
    await dossier.database.db.transaction().execute((trx) => linkSubmissions(trx, id, [submissionId]))
    await sign(id, 1_200_000)
    const { processId } = dossier
    await projectsService.freeze({ processId, projectIds: [id] }, manager)
    const results = [{ projectId: id, votes: 12, outcome: 'winner' as const }]
    await projectsService.recordResults({ processId, votersCount: 20, results, overrunReason: '' }, manager)
    expect(await projectsService.get({ projectId: id }, manager)).toMatchObject({
      stage: 'winner',
      submissions: [{ stage: 'submitted' }],
    })
  })
})
