import type { ParvisEvent } from '../shared/contract/event.ts'
import { createRouter, type Router, type Services } from './ipc/router.ts'
import type { Ports } from './ports.ts'
import { addressesService } from './services/addresses/addresses.service.ts'
import { applicationService } from './services/application/application.service.ts'
import { deskService } from './services/desk/desk.service.ts'
import { dossiersService } from './services/dossiers/dossiers.service.ts'
import { familiesService } from './services/families/families.service.ts'
import { financeService } from './services/finance/finance.service.ts'
import { importsService } from './services/imports/imports.service.ts'
import { journalService } from './services/journal/journal.service.ts'
import { lettersService } from './services/letters/letters.service.ts'
import { mapService } from './services/map/map.service.ts'
import { meetingsService } from './services/meetings/meetings.service.ts'
import { paperService } from './services/paper/paper.service.ts'
import { peopleService } from './services/people/people.service.ts'
import { processesService } from './services/processes/processes.service.ts'
import { progressService } from './services/progress/progress.service.ts'
import { projectsService } from './services/projects/projects.service.ts'
import { redactionsService } from './services/redactions/redactions.service.ts'
import { reportsService } from './services/reports/reports.service.ts'
import { reviewsService } from './services/reviews/reviews.service.ts'
import { signalsService } from './services/signals/signals.service.ts'
import { studiesService } from './services/studies/studies.service.ts'
import { submissionsService } from './services/submissions/submissions.service.ts'
import { teamService } from './services/team/team.service.ts'

/** One service per feature of the contract: a feature without its service does not compile. */
const services: Services = {
  application: applicationService,
  dossiers: dossiersService,
  people: peopleService,
  journal: journalService,
  processes: processesService,
  imports: importsService,
  meetings: meetingsService,
  submissions: submissionsService,
  desk: deskService,
  families: familiesService,
  redactions: redactionsService,
  paper: paperService,
  reviews: reviewsService,
  team: teamService,
  progress: progressService,
  signals: signalsService,
  studies: studiesService,
  projects: projectsService,
  finance: financeService,
  letters: lettersService,
  reports: reportsService,
  map: mapService,
  addresses: addressesService,
}

/** Everything that holds data, behind one router: what the worker runs, and what tests run in their own thread. */
export function createParvis(ports: Ports, emit: (event: ParvisEvent) => void = () => {}): Router {
  return createRouter(services, ports, emit)
}
