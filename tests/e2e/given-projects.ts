import type { Page } from 'playwright-core'
import { call } from './new-dossier.ts'

interface Versioned {
  readonly id: string
  readonly version: number
}

export interface GivenProposal {
  readonly title: string
  readonly authorName: string
  /** Position of the district in the démarche. */
  readonly district: number
  /** One line of the estimate, excl. VAT at 20 %, in euros; none: no estimate. */
  readonly euros?: number
  readonly latitude?: number
  readonly longitude?: number
}

/** Deposits, admits, studies and concludes proposals as feasible, by the calls of the contract. Answers their ids. */
export async function givenFeasibleProposals(
  page: Page,
  processId: string,
  proposals: readonly GivenProposal[],
): Promise<readonly string[]> {
  const process = await call<{
    readonly themes: readonly { readonly id: string }[]
    readonly districts: readonly { readonly id: string }[]
  }>(page, 'processes.get', { processId })
  const ids: string[] = []
  for (const [index, proposal] of proposals.entries()) {
    const { id } = await call<Versioned>(page, 'submissions.create', {
      processId,
      title: proposal.title,
      body: `${proposal.title} : un lieu ouvert à tous les habitants du quartier.`,
      authorName: proposal.authorName,
      channel: 'paper',
      submittedAt: '2026-02-01T10:00:00.000Z',
      districtId: process.districts[proposal.district]?.id ?? null,
      themeId: process.themes[index % Math.max(1, process.themes.length)]?.id ?? null,
      latitude: proposal.latitude ?? null,
      longitude: proposal.longitude ?? null,
    })
    await call(page, 'submissions.decide', { submissionId: id, verdict: 'admissible' })
    await study(page, id, proposal.euros)
    ids.push(id)
  }
  return ids
}

async function study(page: Page, submissionId: string, euros: number | undefined): Promise<void> {
  let opened = await call<Versioned>(page, 'studies.start', { submissionId })
  if (euros !== undefined) opened = await estimate(page, opened, euros)
  await call(page, 'studies.conclude', {
    studyId: opened.id,
    version: opened.version,
    conclusion: 'feasible',
    answer: 'Réalisable.',
  })
}

/** Saves an estimate of one line. */
export function estimate(page: Page, { id, version }: Versioned, euros: number): Promise<Versioned> {
  return call<Versioned>(page, 'studies.saveCosts', {
    studyId: id,
    version,
    costLines: [
      {
        label: 'Fourniture et pose',
        quantityThousandths: 2_500,
        unit: 'u',
        unitPriceTenThousandths: euros * 4_000,
        vatRateBasisPoints: 2_000,
      },
    ],
    addOns: {
      contingencyBasisPoints: 1_000,
      designFeeBasisPoints: 0,
      designFeeBase: 'works',
      preliminaryStudies: 0,
      addOnVatRateBasisPoints: 2_000,
    },
    annualRunningCost: 12_000,
  })
}
