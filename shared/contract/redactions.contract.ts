import { z } from 'zod'
import type { MaskSuggestion, RedactionRecord, SealedOriginal } from '../read-models/redaction.ts'
import { method, output } from './define-contract.ts'
import { id, shortText } from './inputs.ts'

const passage = z.string().trim().min(2).max(2_000)

/** Masked words: gone from every list, search and document, kept under seal for those who may read them (I15). */
export const redactionsContract = {
  list: method({
    input: z.object({ submissionId: id }),
    output: output<readonly RedactionRecord[]>(),
    permission: 'read',
    writes: false,
  }),
  /** Passages that look like personal data, wherever masking would reach them. */
  suggestions: method({
    input: z.object({ submissionId: id }),
    output: output<readonly MaskSuggestion[]>(),
    permission: 'moderate',
    writes: false,
  }),
  /**
   * Masks every occurrence of the words in the submission, in what was written about it and in its project. Refuses
   * `passage-not-found`.
   */
  mask: method({
    input: z.object({ submissionId: id, passage, reason: shortText.min(1) }),
    output: output<readonly RedactionRecord[]>(),
    permission: 'moderate',
    writes: true,
  }),
  /** The same for many passages, in one act; those that are found nowhere are left out. */
  maskAll: method({
    input: z.object({
      submissionId: id,
      passages: z.array(passage).min(1).max(500),
      reason: shortText.min(1),
    }),
    output: output<readonly RedactionRecord[]>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Shows the words of one redaction again, wherever nobody has written other words since. */
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
