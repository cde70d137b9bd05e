import { z } from 'zod'
import type { RedactionRecord, SealedOriginal } from '../read-models/redaction.ts'
import { method, output } from './define-contract.ts'
import { id, shortText } from './inputs.ts'

/** Masked words: gone from every list, search and document, kept under seal for those who may read them (I15). */
export const redactionsContract = {
  list: method({
    input: z.object({ submissionId: id }),
    output: output<readonly RedactionRecord[]>(),
    permission: 'read',
    writes: false,
  }),
  /** Masks every occurrence of the words in the submission, its comments and its project. Refuses `passage-not-found`. */
  mask: method({
    input: z.object({
      submissionId: id,
      passage: z.string().trim().min(2).max(2_000),
      reason: shortText.min(1),
    }),
    output: output<readonly RedactionRecord[]>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Shows the words of one redaction again. A project's texts, which staff edit, stay as they are. */
  lift: method({
    input: z.object({ redactionId: id, reason: shortText.min(1) }),
    output: output<readonly RedactionRecord[]>(),
    permission: 'read-sealed',
    writes: true,
  }),
  /** Opens the seal for reading. */
  original: method({
    input: z.object({ submissionId: id }),
    output: output<SealedOriginal>(),
    permission: 'read-sealed',
    writes: false,
  }),
} as const
