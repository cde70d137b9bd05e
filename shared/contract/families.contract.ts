import { z } from 'zod'
import { agreementMeans, agreementStates } from '../domain/families/agreement.ts'
import { similarKinds } from '../domain/similarity/similar-kind.ts'
import type {
  ComparisonProgress,
  DuplicateCluster,
  Family,
  OpenPairPage,
  ProposalComparison,
  SimilarProposal,
  SupporterImportOutcome,
} from '../read-models/family.ts'
import { method, output } from './define-contract.ts'
import { filePath, id, localDay, longText, shortText } from './inputs.ts'

const pair = z.object({ oneId: id, otherId: id })

/** Proposals that may be one, and families of those that are. */
export const familiesContract = {
  progress: method({
    input: z.object({}),
    output: output<ComparisonProgress>(),
    permission: 'read',
    writes: false,
  }),
  /**
   * Compares what came or changed since the last search with the whole dossier; everything with everything the first
   * time, or when `anew` is set. A long call with progress: `read`, `compare`, `keep`.
   */
  search: method({
    input: z.object({ anew: z.boolean().default(false) }),
    output: output<{ readonly compared: number; readonly pairs: number }>(),
    permission: 'moderate',
    writes: true,
  }),
  /** What may be one with a proposal, most alike first; what is grouped with it already is not among it. */
  similar: method({
    input: z.object({ submissionId: id }),
    output: output<readonly SimilarProposal[]>(),
    permission: 'read',
    writes: false,
  }),
  /** The family of a proposal, whether it leads or is grouped; null for one alone. */
  family: method({
    input: z.object({ submissionId: id }),
    output: output<Family | null>(),
    permission: 'read',
    writes: false,
  }),
  compare: method({
    input: pair,
    output: output<ProposalComparison>(),
    permission: 'read',
    writes: false,
  }),
  /** Pairs of a démarche that nobody has judged, that may still be grouped and are not. */
  openPairs: method({
    input: z.object({
      processId: id,
      kinds: z.array(z.enum(similarKinds)).optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: output<OpenPairPage>(),
    permission: 'read',
    writes: false,
  }),
  /** What holds together through near-duplicates, largest first. */
  clusters: method({
    input: z.object({ processId: id }),
    output: output<readonly DuplicateCluster[]>(),
    permission: 'read',
    writes: false,
  }),
  /**
   * Groups proposals under a lead, with their own families; nothing is moved, and `submissions.split` takes it back.
   * A grouped proposal stands for its lead. Entirely or not at all. Refuses as `submissions.merge` does.
   */
  group: method({
    input: z.object({
      leadId: id,
      memberIds: z.array(id).min(1).max(5_000),
      rationale: longText.default(''),
    }),
    output: output<{ readonly leadId: string; readonly grouped: number }>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Remembers that two proposals are two, whatever later searches find. */
  markNotDuplicate: method({
    input: pair.extend({ reason: shortText.default('') }),
    output: output<null>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Takes such a judgement back. */
  unmarkNotDuplicate: method({
    input: pair,
    output: output<null>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Records what the proposer of a grouped proposal says of it; `state` null: nothing was asked after all. */
  recordAgreement: method({
    input: z.object({
      submissionId: id,
      state: z.enum(agreementStates).nullable(),
      askedOn: localDay.nullable().default(null),
      answeredOn: localDay.nullable().default(null),
      means: z.enum(agreementMeans).nullable().default(null),
      note: shortText.default(''),
    }),
    output: output<Family | null>(),
    permission: 'moderate',
    writes: true,
  }),
  /**
   * Reads who supports what from a table with a column naming the proposal and one naming the person (e-mail, account).
   * Refuses `supporters-columns-missing` and `supporters-empty`, and as the import formats do.
   */
  importSupporters: method({
    input: z.object({ processId: id, path: filePath }),
    output: output<SupporterImportOutcome>(),
    permission: 'import',
    writes: true,
  }),
} as const
