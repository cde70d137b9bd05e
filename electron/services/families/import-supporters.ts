import { createHmac, randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import type { SupporterImportOutcome } from '../../../shared/read-models/family.ts'
import {
  insertSupporters,
  type KnownSupporter,
  supporterSecret,
} from '../../data/families/supporter.repository.ts'
import { findByReference } from '../../data/submissions/submission.repository.ts'
import { readSupporters } from '../../imports/supporters/read-supporters.ts'
import type { DossierCall } from '../call.ts'
import { submissionTopics } from '../submissions/on-submission.ts'

/** Lines named to whoever imports; the rest is counted. */
const named = 100

/**
 * Keeps who supports what as keyed hashes (HMAC-SHA-256 under a key of the dossier's own): enough to tell one person
 * on two proposals, too little to read who it is.
 */
export async function importSupporters(
  call: DossierCall,
  processId: string,
  path: string,
): Promise<SupporterImportOutcome> {
  const lines = await readSupporters(path, call.signal)
  return call.change(['families', ...submissionTopics], async (change) => {
    const secret = await supporterSecret(change.trx, () => randomBytes(32).toString('hex'))
    const proposals = await findByReference(
      change.trx,
      lines.map(({ reference }) => reference),
      processId,
    )
    const supporters: KnownSupporter[] = []
    const unknown: { line: number; reference: string }[] = []
    for (const { line, reference, identity } of lines) {
      const proposal = proposals.get(reference)
      if (proposal === undefined) unknown.push({ line, reference })
      else
        supporters.push({
          submissionId: proposal.id,
          identityHash: createHmac('sha256', secret).update(identity).digest('hex').slice(0, 32),
        })
    }
    const added = await insertSupporters(change.trx, call.database.dialect, supporters, change.actId)
    const supported = new Set(supporters.map(({ submissionId }) => submissionId)).size
    if (added > 0)
      change.record({
        action: 'supporter.import',
        objectKind: 'process',
        objectId: processId,
        objectLabel: basename(path),
        processId,
        after: { importId: change.actId, added, proposals: supported },
      })
    return {
      lines: lines.length,
      added,
      proposals: supported,
      unknown: unknown.slice(0, named),
      unknownCount: unknown.length,
    }
  })
}
