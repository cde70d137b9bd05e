import type { SoundnessFinding, SoundnessReport } from '../../../shared/read-models/dossier.ts'
import type { OpenDatabase } from '../../data/dialects/dialect.ts'
import { verifyJournal } from '../../data/journal/journal.repository.ts'
import { projectFigures } from '../../data/projects/project-figures.repository.ts'
import {
  attachmentBytes,
  estimateSums,
  type Look,
  projectsWithVisa,
  stagesAgainstDecisions,
  submissionNumbers,
} from '../../data/read-models/soundness.query.ts'
import { figuresHash } from '../finance/figures-hash.ts'

/** Wrong things named in a finding; the count of looked-at things is always whole. */
const namedExamples = 20

function finding(code: string, look: Look): SoundnessFinding {
  return {
    code,
    sound: look.wrong.length === 0,
    count: look.count,
    examples: look.wrong.slice(0, namedExamples),
  }
}

/** I7 from the other side: a granted visa whose figures changed behind the services' back. */
async function visas(database: OpenDatabase): Promise<Look> {
  const signed = await projectsWithVisa(database.reader)
  const wrong: string[] = []
  for (const project of signed) {
    if (figuresHash(await projectFigures(database.reader, project.id)) !== project.figuresHash)
      wrong.push(project.label)
  }
  return { count: signed.length, wrong }
}

/** Looks a dossier through without changing it. Each finding's code has its words under `dossier.findings`. */
export async function checkDossier(database: OpenDatabase): Promise<SoundnessReport> {
  const journal = await verifyJournal(database.reader)
  const integrity = await database.dialect.integrityFindings(database.db)
  const findings = [
    finding('database-integrity', { count: 1, wrong: integrity }),
    finding('journal-chain', {
      count: journal.entries,
      wrong: journal.brokenAtSequence === null ? [] : [String(journal.brokenAtSequence)],
    }),
    finding('submission-numbers', await submissionNumbers(database.reader)),
    finding('stages-follow-decisions', await stagesAgainstDecisions(database.reader)),
    finding('money-sums', await estimateSums(database.reader)),
    finding('visas', await visas(database)),
    finding('attachments', await attachmentBytes(database.reader)),
  ]
  return { sound: findings.every(({ sound }) => sound), findings }
}
