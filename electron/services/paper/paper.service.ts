import type { paperContract } from '../../../shared/contract/paper.contract.ts'
import { paperOrigin } from '../../data/read-models/paper-batch.query.ts'
import type { Service } from '../call.ts'
import { paperBatches } from './batches.ts'
import { paperDocuments } from './documents.ts'
import { paperEntry } from './form-entry.ts'
import { maySeeScans } from './on-batch.ts'
import { paperQuestions } from './questions.ts'
import { paperScans } from './scans.ts'

/** Proposals on paper. */
export const paperService: Service<typeof paperContract> = {
  origin: (input, call) => paperOrigin(call.database.reader, input.submissionId, maySeeScans(call)),

  ...paperBatches,
  ...paperEntry,
  ...paperScans,
  ...paperQuestions,
  ...paperDocuments,
}
