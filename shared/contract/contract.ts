import { addressesContract } from './addresses.contract.ts'
import { applicationContract } from './application.contract.ts'
import type { InputOf, OutputOf } from './define-contract.ts'
import { deskContract } from './desk.contract.ts'
import { dossiersContract } from './dossiers.contract.ts'
import { familiesContract } from './families.contract.ts'
import { financeContract } from './finance.contract.ts'
import { importsContract } from './imports.contract.ts'
import { journalContract } from './journal.contract.ts'
import { lettersContract } from './letters.contract.ts'
import { mapContract } from './map.contract.ts'
import { meetingsContract } from './meetings.contract.ts'
import { paperContract } from './paper.contract.ts'
import { peopleContract } from './people.contract.ts'
import { processesContract } from './processes.contract.ts'
import { progressContract } from './progress.contract.ts'
import { projectsContract } from './projects.contract.ts'
import { redactionsContract } from './redactions.contract.ts'
import { reportsContract } from './reports.contract.ts'
import { reviewsContract } from './reviews.contract.ts'
import { signalsContract } from './signals.contract.ts'
import { studiesContract } from './studies.contract.ts'
import { submissionsContract } from './submissions.contract.ts'
import { teamContract } from './team.contract.ts'

/**
 * Everything that crosses between the window or the command line and the services. Preload, router, renderer
 * client and command line are derived from this value. To add a method: its feature's contract, then its service.
 */
export const contract = {
  application: applicationContract,
  dossiers: dossiersContract,
  people: peopleContract,
  journal: journalContract,
  processes: processesContract,
  imports: importsContract,
  meetings: meetingsContract,
  submissions: submissionsContract,
  desk: deskContract,
  families: familiesContract,
  redactions: redactionsContract,
  paper: paperContract,
  reviews: reviewsContract,
  team: teamContract,
  progress: progressContract,
  signals: signalsContract,
  studies: studiesContract,
  projects: projectsContract,
  finance: financeContract,
  letters: lettersContract,
  reports: reportsContract,
  map: mapContract,
  addresses: addressesContract,
} as const

export type Contract = typeof contract
export type Feature = keyof Contract
export type MethodOf<F extends Feature> = keyof Contract[F] & string
export type InputFor<F extends Feature, M extends MethodOf<F>> = InputOf<Contract[F][M]>
export type OutputFor<F extends Feature, M extends MethodOf<F>> = OutputOf<Contract[F][M]>

/** Wire names, `feature.method`, in the order of the contract. */
export const methodNames: readonly string[] = Object.entries(contract).flatMap(([feature, methods]) =>
  Object.keys(methods).map((name) => `${feature}.${name}`),
)
