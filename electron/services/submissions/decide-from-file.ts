import type { OutputFor } from '../../../shared/contract/contract.ts'
import { createTranslator } from '../../../shared/messages/translator.ts'
import { readDecisions } from '../../imports/decisions/read-decisions.ts'
import { spokenLanguage } from '../application/preferences.ts'
import type { DossierCall } from '../call.ts'
import { decideByReference } from './decide-by-reference.ts'

/** Decisions from a file, entirely or not at all: a row that cannot be read counts as a bad line. */
export async function decideFromFile(
  call: DossierCall,
  topics: readonly string[],
  processId: string | undefined,
  path: string,
): Promise<OutputFor<'submissions', 'decideFromFile'>> {
  const { rows, issues } = await readDecisions(path, call.signal)
  if (issues.length === 0) return decideByReference(call, topics, processId, rows)
  const translate = createTranslator(await spokenLanguage(call.ports))
  return {
    decided: 0,
    proposed: 0,
    unchanged: 0,
    rejected: issues.map(({ line, column, code }) => ({
      line,
      code,
      message: translate(`imports.issues.${code}`, { column }),
    })),
  }
}
