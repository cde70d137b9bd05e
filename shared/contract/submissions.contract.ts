import { z } from 'zod'
import { stages } from '../domain/lifecycle/stage.ts'
import { admissibilityCriteria, checklistAnswers } from '../domain/moderation/admissibility-checklist.ts'
import { refusalReasons } from '../domain/moderation/refusal-reason.ts'
import { signalFilters } from '../domain/moderation/signals/signal-id.ts'
import { verdicts } from '../domain/moderation/verdict.ts'
import { mostListedNumbers } from '../domain/submissions/number-ranges.ts'
import {
  type CommentPage,
  channels,
  type SavedView,
  type SubmissionDetail,
  type SubmissionFacets,
  type SubmissionPage,
} from '../read-models/submission.ts'
import { method, output } from './define-contract.ts'
import {
  amount,
  filePath,
  id,
  instant,
  latitude,
  longitude,
  longText,
  postalAddress,
  shortText,
  version,
} from './inputs.ts'

/**
 * Decisions of two officers: waiting for the opinion of whoever asks, proposed by them, waiting at all, disagreed on;
 * `none`: nothing is proposed.
 */
export const reviewFilters = ['for-me', 'by-me', 'waiting', 'disagreed', 'none'] as const
export type ReviewFilter = (typeof reviewFilters)[number]

export const submissionFilter = z.object({
  processId: id,
  /** Words; each is a prefix, accents and case do not matter, all must be found. A number or reference finds it too. */
  search: z.string().max(300).optional(),
  stages: z.array(z.enum(stages)).optional(),
  themeIds: z.array(id.nullable()).optional(),
  districtIds: z.array(id.nullable()).optional(),
  channels: z.array(z.enum(channels)).optional(),
  assigneeIds: z.array(id.nullable()).optional(),
  meetingIds: z.array(id).optional(),
  /** Batches of paper forms. */
  batchIds: z.array(id).optional(),
  /** Signals that stand, one of them at least; `any`: whatever it is. */
  signals: z.array(z.enum(signalFilters)).optional(),
  submittedFromOn: z.iso.date().optional(),
  submittedUntilOn: z.iso.date().optional(),
  /** Proposals put off until a later day: left out, or alone. */
  aside: z.enum(['hidden', 'only']).optional(),
  /** To be completed for at least so many days. */
  awaitedDays: z.number().int().min(1).max(3_650).optional(),
  /** Only these numbers: a selection of the map. */
  numbers: z.array(z.number().int().min(0)).min(1).max(mostListedNumbers).optional(),
  /** What is theirs to do: their own, and that of those for whom they stand in today. */
  mine: z.boolean().optional(),
  /** Past the day by which it should have been decided, or its proposer should have replied. */
  late: z.boolean().optional(),
  review: z.enum(reviewFilters).optional(),
  /** Decided by these people, in this time; local days, both included. */
  decidedByIds: z.array(id).optional(),
  decidedFromOn: z.iso.date().optional(),
  decidedUntilOn: z.iso.date().optional(),
  /** A search found another one that it may be one with, and nobody has judged the pair. */
  maybeDuplicate: z.boolean().optional(),
})
export type SubmissionFilter = z.input<typeof submissionFilter>

export const submissionSorts = [
  'number',
  'submittedAt',
  'title',
  'supportsCount',
  'commentsCount',
  'stage',
  'relevance',
] as const

const checklist = z.partialRecord(
  z.enum(admissibilityCriteria),
  z.object({ answer: z.enum(checklistAnswers), comment: z.string().max(2_000).optional() }),
)

const verdictInput = {
  verdict: z.enum(verdicts),
  reasons: z.array(z.enum(refusalReasons)).default([]),
  /** The motivated answer to the proposer; published. Required for a refusal (I2), a completion request and a reopening. */
  rationale: longText.default(''),
  redirectedTo: shortText.nullable().default(null),
  /** Of a completion request: the day by which the reply is wanted. By default the days that the démarche gives. */
  replyByOn: z.iso.date().nullish(),
}

/** What became of decisions written by reference. With a single rejected line nothing is written. */
export interface WrittenDecisionsOutcome {
  readonly decided: number
  /** Waiting for a second officer, where the démarche asks for one. */
  readonly proposed: number
  readonly unchanged: number
  readonly rejected: readonly { readonly line: number; readonly code: string; readonly message: string }[]
}

/** Deposits and their moderation. */
export const submissionsContract = {
  list: method({
    input: submissionFilter.extend({
      sort: z.enum(submissionSorts).default('number'),
      descending: z.boolean().default(false),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1_000).default(100),
    }),
    output: output<SubmissionPage>(),
    permission: 'read',
    writes: false,
  }),
  facets: method({
    input: submissionFilter,
    output: output<SubmissionFacets>(),
    permission: 'read',
    writes: false,
  }),
  /** Ids of everything that matches, by number: what "select all" selects. */
  matchingIds: method({
    input: submissionFilter,
    output: output<readonly string[]>(),
    permission: 'read',
    writes: false,
  }),
  get: method({
    input: z.object({ submissionId: id }),
    output: output<SubmissionDetail>(),
    permission: 'read',
    writes: false,
  }),
  /** Citizens' comments on the whole démarche. */
  comments: method({
    input: z.object({
      processId: id,
      search: z.string().max(300).optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1_000).default(100),
    }),
    output: output<CommentPage>(),
    permission: 'read',
    writes: false,
  }),
  /** Enters a deposit by hand (paper, meeting, phone). */
  create: method({
    input: z.object({
      processId: id,
      title: z.string().trim().min(1).max(300),
      body: longText,
      authorName: shortText.nullable().default(null),
      authorEmail: shortText.nullable().default(null),
      authorPhone: shortText.nullable().default(null),
      authorAddress: postalAddress.nullable().default(null),
      channel: z.enum(channels),
      themeId: id.nullable().default(null),
      districtId: id.nullable().default(null),
      address: shortText.nullable().default(null),
      latitude: latitude.nullable().default(null),
      longitude: longitude.nullable().default(null),
      submittedAt: instant.optional(),
      /** The meeting at which it was collected. */
      meetingId: id.nullable().default(null),
      declaredCost: amount.nullable().default(null),
    }),
    output: output<SubmissionDetail>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Puts a submission in its place: theme, district, address. The citizen's words are never edited. */
  classify: method({
    input: z.object({
      submissionId: id,
      version,
      themeId: id.nullable().optional(),
      districtId: id.nullable().optional(),
      address: shortText.nullable().optional(),
      latitude: latitude.nullable().optional(),
      longitude: longitude.nullable().optional(),
    }),
    output: output<SubmissionDetail>(),
    permission: 'moderate',
    writes: true,
  }),
  saveChecklist: method({
    input: z.object({ submissionId: id, version, checklist }),
    output: output<SubmissionDetail>(),
    permission: 'moderate',
    writes: true,
  }),
  /**
   * Records a verdict, or proposes it where the démarche asks for a second officer: the stage then stays. Refuses with
   * `transition-not-allowed`, `reason-missing`, `rationale-missing`, `own-contribution`, `reply-day-past`,
   * `awaits-second-opinion`.
   */
  decide: method({
    input: z.object({ submissionId: id, version: version.optional(), ...verdictInput }),
    output: output<SubmissionDetail>(),
    permission: 'moderate',
    writes: true,
  }),
  /**
   * The same verdict for many; entirely or not at all. `refused` lists those that the verdict does not fit when
   * `skipUnfit` is set. `preview` writes nothing and tells what the act would do.
   */
  decideMany: method({
    input: z.object({
      submissionIds: z.array(id).min(1).max(100_000),
      skipUnfit: z.boolean().default(false),
      preview: z.boolean().default(false),
      ...verdictInput,
    }),
    output: output<{
      readonly decided: number
      /** Waiting for a second officer, where the démarche asks for one. */
      readonly proposed: number
      readonly refused: readonly {
        readonly submissionId: string
        readonly reference: string
        readonly code: string
      }[]
    }>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Decisions from rows keyed by reference or number (command line, spreadsheets); entirely or not at all. */
  decideByReference: method({
    input: z.object({
      processId: id.optional(),
      decisions: z
        .array(
          z.object({
            line: z.number().int(),
            reference: z.string().min(1).max(300),
            decision: z.string().min(1).max(100),
            reason: z.string().max(2_000).default(''),
            answer: longText.default(''),
          }),
        )
        .min(1)
        .max(100_000),
    }),
    output: output<WrittenDecisionsOutcome>(),
    permission: 'moderate',
    writes: true,
  }),
  /** The same from a table file with the columns reference, decision, reason and answer, in French or in English. */
  decideFromFile: method({
    input: z.object({ processId: id.optional(), path: filePath }),
    output: output<WrittenDecisionsOutcome>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Groups a submission under another; nothing is deleted, and `split` takes it back. */
  merge: method({
    input: z.object({ submissionId: id, intoSubmissionId: id, rationale: longText.default('') }),
    output: output<SubmissionDetail>(),
    permission: 'moderate',
    writes: true,
  }),
  split: method({
    input: z.object({ submissionId: id, reason: shortText.min(1) }),
    output: output<SubmissionDetail>(),
    permission: 'moderate',
    writes: true,
  }),
  assign: method({
    input: z.object({ submissionIds: z.array(id).min(1).max(100_000), assigneeId: id.nullable() }),
    output: output<{ readonly assigned: number }>(),
    permission: 'moderate',
    writes: true,
  }),
  addNote: method({
    input: z.object({ submissionId: id, text: z.string().trim().min(1).max(20_000) }),
    output: output<SubmissionDetail>(),
    permission: 'write-note',
    writes: true,
  }),
  addAttachment: method({
    input: z.object({
      submissionId: id,
      path: filePath,
      alternativeText: shortText.default(''),
      credit: shortText.default(''),
    }),
    output: output<SubmissionDetail>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Hands a copy of an attachment to the system. Refuses with `file-kind-not-opened` what could start a program. */
  openAttachment: method({
    input: z.object({ attachmentId: id }),
    output: output<null>(),
    permission: 'read',
    writes: false,
  }),
  savedViews: method({
    input: z.object({ processId: id }),
    output: output<readonly SavedView[]>(),
    permission: 'read',
    writes: false,
  }),
  saveView: method({
    input: z.object({
      processId: id,
      id: id.optional(),
      name: shortText.min(1),
      query: z.string().max(20_000),
      shared: z.boolean(),
    }),
    output: output<readonly SavedView[]>(),
    permission: 'read',
    writes: true,
  }),
  deleteView: method({
    input: z.object({ processId: id, id }),
    output: output<readonly SavedView[]>(),
    permission: 'read',
    writes: true,
  }),
} as const
