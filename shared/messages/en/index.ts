import { addresses } from './addresses.ts'
import { blur } from './blur.ts'
import { catalogue } from './catalogue.ts'
import { commandLine } from './command-line.ts'
import { common } from './common.ts'
import { defaults } from './defaults.ts'
import { dossier } from './dossier.ts'
import { errors } from './errors.ts'
import { families } from './families.ts'
import { finance } from './finance.ts'
import { home } from './home.ts'
import { imports } from './imports.ts'
import { journal } from './journal.ts'
import { labels } from './labels.ts'
import { letters } from './letters.ts'
import { map } from './map.ts'
import { meetings } from './meetings.ts'
import { menu } from './menu.ts'
import { paper } from './paper.ts'
import { batchSlip, paperForm, receipt } from './paper-documents.ts'
import { people } from './people.ts'
import { processes } from './processes.ts'
import { projects } from './projects.ts'
import { redactions } from './redactions.ts'
import { reports } from './reports.ts'
import { signals } from './signals.ts'
import { studies } from './studies.ts'
import { submissions } from './submissions.ts'
import { summary } from './summary.ts'
import { team } from './team.ts'
import { welcome } from './welcome.ts'
import { workbooks } from './workbooks.ts'

/** All sentences in English. Registry: one line per feature file. */
export const en = {
  common,
  menu,
  defaults,
  labels,
  errors,
  home,
  dossier,
  welcome,
  people,
  journal,
  processes,
  imports,
  meetings,
  submissions,
  team,
  map,
  addresses,
  signals,
  families,
  studies,
  projects,
  finance,
  redactions,
  paper,
  paperForm,
  receipt,
  batchSlip,
  letters,
  reports,
  blur,
  catalogue,
  workbooks,
  summary,
  commandLine,
} as const
