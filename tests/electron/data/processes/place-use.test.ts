import { afterEach, beforeEach, expect, it } from 'vitest'
import { saveDistricts } from '../../../../electron/data/processes/district.repository.ts'
import { saveThemes } from '../../../../electron/data/processes/process.repository.ts'
import { givenSubmission } from '../../../helpers/feasible-project.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

describeOnBothEngines('themes and districts', (open) => {
  let dossier: TestDossier
  beforeEach(async () => {
    dossier = await open()
  })
  afterEach(() => dossier.close())

  it('are not taken away from under a proposal; those that nobody uses go', async () => {
    await givenSubmission(dossier)
    const { processId, themeIds } = dossier
    const { db } = dossier.database
    const saving = db.transaction()
    await expect(saving.execute((trx) => saveThemes(trx, processId, []))).rejects.toMatchObject({
      code: 'theme-in-use',
      parameters: { name: 'Nature' },
    })
    await expect(saving.execute((trx) => saveDistricts(trx, processId, []))).rejects.toMatchObject({
      code: 'district-in-use',
      parameters: { name: 'Pile' },
    })
    const kept = { id: themeIds[0] ?? '', name: 'Nature', color: '#227755' }
    await saving.execute((trx) => saveThemes(trx, processId, [kept]))
    expect(await db.selectFrom('theme').select('name').execute()).toEqual([{ name: 'Nature' }])
  })
})
