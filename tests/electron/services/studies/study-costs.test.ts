import { afterEach, beforeEach, expect, it } from 'vitest'
import { verifyJournal } from '../../../../electron/data/journal/journal.repository.ts'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { financeService } from '../../../../electron/services/finance/finance.service.ts'
import { studiesService } from '../../../../electron/services/studies/studies.service.ts'
import { cents } from '../../../../shared/domain/money/cents.ts'
import type { StudyDetail } from '../../../../shared/read-models/study.ts'
import { givenProject, givenSubmission, noAddOns } from '../../../helpers/feasible-project.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

/** The worked example of the domain reference: 19 798,55 € incl. VAT. */
const workedExample = {
  costLines: [
    {
      label: 'Banc',
      quantityThousandths: 4_000,
      unit: 'u',
      unitPriceTenThousandths: 8_500_000,
      vatRateBasisPoints: 2_000,
    },
    {
      label: 'Vivaces',
      quantityThousandths: 12_000,
      unit: 'm²',
      unitPriceTenThousandths: 3_200_000,
      vatRateBasisPoints: 1_000,
    },
    {
      label: 'Sol',
      quantityThousandths: 1_000,
      unit: 'ft',
      unitPriceTenThousandths: 62_505_000,
      vatRateBasisPoints: 2_000,
    },
  ],
  addOns: {
    contingencyBasisPoints: 1_000,
    designFeeBasisPoints: 800,
    designFeeBase: 'works' as const,
    preliminaryStudies: cents(90_000),
    addOnVatRateBasisPoints: 2_000,
  },
  annualRunningCost: cents(45_000),
  runningCostNote: 'Arrosage',
}

describeOnBothEngines('costs of a study', (open) => {
  let dossier: TestDossier
  let technician: DossierCall
  beforeEach(async () => {
    dossier = await open()
    technician = await dossier.callAs('Sacha', ['technical-service', 'manager'])
  })
  afterEach(() => dossier.close())

  const start = async () => {
    const submissionId = await givenSubmission(dossier, { stage: 'admissible' })
    return studiesService.start({ submissionId }, technician)
  }
  const save = (study: StudyDetail, costs: Partial<typeof workedExample> = {}, call = technician) =>
    studiesService.saveCosts({ studyId: study.id, version: study.version, ...workedExample, ...costs }, call)
  const actions = async () =>
    (
      await dossier.database.reader
        .selectFrom('journal_entry')
        .select(['action', 'reason', 'person_name'])
        .orderBy('sequence')
        .execute()
    ).filter(({ action }) => action === 'study.save-costs' || action.startsWith('visa.'))

  it('I6 come to the worked example to the cent, in the study and in the list', async () => {
    const study = await save(await start())
    expect(study.estimate).toMatchObject({ amountExclVat: 1_681_879, amountInclVat: 1_979_855 })
    const [row] = await studiesService.list({ processId: dossier.processId }, technician)
    expect(row).toMatchObject({ amountInclVat: 1_979_855, annualRunningCost: 45_000 })
  })

  it('keep their lines in the order in which they were typed', async () => {
    const { costLines } = workedExample
    const study = await save(await start(), { costLines: costLines.toReversed() })
    expect(study.costLines.map(({ label }) => label)).toEqual(['Sol', 'Vivaces', 'Banc'])
  })

  it('are nothing, rather than zero, without a line', async () => {
    await save(await start(), { costLines: [], addOns: noAddOns })
    const [row] = await studiesService.list({ processId: dossier.processId }, technician)
    expect(row?.amountInclVat).toBeNull()
  })

  it('leave no trace when they are saved unchanged', async () => {
    const saved = await save(await start())
    expect((await save(saved)).version).toBe(saved.version)
    expect(await actions()).toHaveLength(1)
  })

  it('are refused over somebody else’s figures', async () => {
    const study = await start()
    await save(study)
    await expect(save(study, { runningCostNote: 'autre' })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
  })

  it('I7 make the visa fall and the study and the journal say so', async () => {
    const finance = await dossier.callAs('Claude', ['finance'])
    const { project, study } = await givenProject(dossier, technician, 1_000)
    await financeService.sign(
      { projectId: project.id, decision: 'granted', amountRead: cents(120_000), reason: '' },
      finance,
    )
    const signed = await studiesService.get({ studyId: study.id }, technician)
    expect(signed.visaState).toBe('granted')

    const costLines = signed.costLines.map(({ id: _id, ...line }) => line)
    const unchanged = {
      costLines,
      addOns: signed.addOns,
      annualRunningCost: signed.annualRunningCost ?? cents(0),
      runningCostNote: 'Relu avec le service',
    }
    const reread = await studiesService.saveCosts(
      { studyId: signed.id, version: signed.version, ...unchanged },
      technician,
    )
    expect(reread.visaState).toBe('granted')

    const changed = await studiesService.saveCosts(
      {
        studyId: signed.id,
        version: reread.version,
        ...unchanged,
        costLines: costLines.map((line) => ({ ...line, unitPriceTenThousandths: 10_000_100 })),
      },
      technician,
    )
    expect(changed.visaState).toBe('void')
    expect((await actions()).slice(-2)).toEqual([
      { action: 'visa.void', reason: 'study.save-costs', person_name: 'Sacha' },
      { action: 'study.save-costs', reason: '', person_name: 'Sacha' },
    ])
    expect((await verifyJournal(dossier.database.reader)).sound).toBe(true)
  })
})
