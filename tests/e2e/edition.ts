import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { call, type DossierWindow } from './new-dossier.ts'

const header = 'id;category/name;title/fr;body/fr;title/en;state;supports;published_at;url;component/id'

/** A row of a Decidim export of proposals. */
export function proposalRow(
  id: number,
  changes: { readonly title?: string; readonly body?: string } = {},
): string {
  const {
    title = `Jardin partagé n° ${id}, rue de l’Épeule`,
    body = '<p>Créer un jardin avec des bacs.</p>',
  } = changes
  const url = `https://participer.roubaix.fr/processes/bp/f/1/proposals/${id}`
  return `${id};Nature;${title};${body};Garden ${id};;${id * 3};2026-01-12 10:00:00 +0100;${url};1`
}

/** Writes a Decidim export of proposals into the folder of the spec. */
export function writeProposals(folder: string, rows: readonly string[], fileName = 'proposals.csv'): string {
  const path = join(folder, fileName)
  writeFileSync(path, [header, ...rows].join('\n'))
  return path
}

/** Imports `count` proposals, finds the first `feasible` ones feasible and makes a project of each; the next is refused. */
export async function givenEdition(
  { page, folder, processId }: DossierWindow,
  { count, feasible }: { readonly count: number; readonly feasible: number },
): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => proposalRow(index + 1))
  await call(page, 'imports.commit', { processId, path: writeProposals(folder, rows, 'edition.csv') })
  const { rows: submissions } = await call<{ readonly rows: readonly { readonly id: string }[] }>(
    page,
    'submissions.list',
    { processId, sort: 'number', limit: 200 },
  )
  const ids = submissions.map(({ id }) => id)
  await call(page, 'submissions.decideMany', {
    submissionIds: ids.slice(0, feasible),
    verdict: 'admissible',
    rationale: 'Recevable au regard du règlement.',
  })
  await call(page, 'submissions.decideMany', {
    submissionIds: ids.slice(feasible, feasible + 1),
    verdict: 'inadmissible',
    reasons: ['not-municipal-competence'],
    rationale: 'La voirie départementale ne relève pas de la commune.',
  })
  for (const [index, submissionId] of ids.slice(0, feasible).entries()) {
    const study = await call<{ readonly id: string; readonly version: number }>(page, 'studies.start', {
      submissionId,
    })
    const costed = await call<{ readonly version: number }>(page, 'studies.saveCosts', {
      studyId: study.id,
      version: study.version,
      costLines: [
        {
          label: 'Bacs et plantations',
          quantityThousandths: 4_000,
          unit: 'u',
          unitPriceTenThousandths: (index + 1) * 1_000_000,
          vatRateBasisPoints: 2_000,
        },
      ],
      addOns: {
        contingencyBasisPoints: 500,
        designFeeBasisPoints: 0,
        designFeeBase: 'works',
        preliminaryStudies: 0,
        addOnVatRateBasisPoints: 2_000,
      },
      annualRunningCost: 12_000,
    })
    await call(page, 'studies.conclude', {
      studyId: study.id,
      version: costed.version,
      conclusion: 'feasible',
      answer: 'Réalisable par le service des espaces verts.',
    })
    await call(page, 'projects.create', { submissionIds: [submissionId] })
  }
}
