import { lastRowId } from '../../electron/data/imports/import.repository.ts'
import type { DossierCall } from '../../electron/services/call.ts'
import { newId } from '../../electron/services/new-id.ts'
import { projectsService } from '../../electron/services/projects/projects.service.ts'
import { studiesService } from '../../electron/services/studies/studies.service.ts'
import type { Stage } from '../../shared/domain/lifecycle/stage.ts'
import { cents } from '../../shared/domain/money/cents.ts'
import type { ProjectDetail } from '../../shared/read-models/project.ts'
import type { StudyDetail } from '../../shared/read-models/study.ts'
import type { TestDossier } from './test-dossier.ts'

/** Puts one submission into a dossier, at a stage, as an import would. Answers its id. */
export async function givenSubmission(
  dossier: TestDossier,
  fields: {
    readonly title?: string
    readonly stage?: Stage
    readonly authorName?: string
    readonly districtId?: string
    readonly body?: string
  } = {},
): Promise<string> {
  const { db, dialect } = dossier.database
  const id = newId()
  await db.transaction().execute(async (trx) => {
    const { next_submission_number: next } = await trx
      .updateTable('process')
      .set((eb) => ({ next_submission_number: eb('next_submission_number', '+', 1) }))
      .where('id', '=', dossier.processId)
      .returning('next_submission_number')
      .executeTakeFirstOrThrow()
    const number = next - 1
    const indexed = await lastRowId(trx)
    await dialect.insertRows(trx, 'submission', [
      {
        id,
        process_id: dossier.processId,
        number,
        reference: `BP26-${String(number).padStart(4, '0')}`,
        title: fields.title ?? `Proposition ${number}`,
        body: `<p>${fields.body ?? 'Texte'}</p>`,
        body_text: fields.body ?? 'Texte',
        author_name: fields.authorName ?? 'Dominique Martin',
        channel: 'online',
        stage: fields.stage ?? 'submitted',
        stage_changed_at: '2026-02-01T10:00:00.000Z',
        theme_id: dossier.themeIds[0],
        district_id: fields.districtId ?? dossier.districtIds[0],
        submitted_at: '2026-02-01T10:00:00.000Z',
        supports_count: 0,
        comments_count: 0,
        checklist: '{}',
        source: 'test',
        external_id: String(number),
        extra: '{}',
        created_at: '2026-02-01T10:00:00.000Z',
      },
    ])
    await dialect.indexSubmissionsAfter(trx, indexed)
  })
  return id
}

/** Add-ons of an estimate without any. */
export const noAddOns = {
  contingencyBasisPoints: 0,
  designFeeBasisPoints: 0,
  designFeeBase: 'works' as const,
  preliminaryStudies: cents(0),
  addOnVatRateBasisPoints: 2_000,
}

/** Studies and concludes a submission as feasible: one line of `euros` excl. VAT at 20 %. */
export async function givenFeasibleStudy(
  call: DossierCall,
  submissionId: string,
  euros: number,
): Promise<StudyDetail> {
  const started = await studiesService.start({ submissionId }, call)
  const costed = await studiesService.saveCosts(
    {
      studyId: started.id,
      version: started.version,
      costLines: [
        {
          label: 'Fourniture et pose',
          quantityThousandths: 1_000,
          unit: 'ft',
          unitPriceTenThousandths: Math.round(euros * 10_000),
          vatRateBasisPoints: 2_000,
        },
      ],
      addOns: noAddOns,
      annualRunningCost: cents(12_000),
      runningCostNote: '',
    },
    call,
  )
  return studiesService.conclude(
    {
      studyId: started.id,
      version: costed.version,
      conclusion: 'feasible',
      answer: 'Réalisable.',
      reason: '',
    },
    call,
  )
}

/** A project from a fresh admissible submission, ready for its visa. */
export async function givenProject(
  dossier: TestDossier,
  call: DossierCall,
  euros: number,
): Promise<{ project: ProjectDetail; study: StudyDetail }> {
  const submissionId = await givenSubmission(dossier, { stage: 'admissible' })
  const study = await givenFeasibleStudy(call, submissionId, euros)
  return { project: await projectsService.create({ submissionIds: [submissionId] }, call), study }
}
