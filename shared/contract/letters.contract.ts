import { z } from 'zod'
import { letterChannels, letterKinds } from '../domain/letters/letter-kind.ts'
import { refusalReasons } from '../domain/moderation/refusal-reason.ts'
import {
  type LetterBatch,
  type LetterCounts,
  type LetterDetail,
  type LetterFieldValues,
  type LetterPage,
  type LetterSettings,
  type LettersOfSubmission,
  type LetterTemplate,
  type LetterTemplateVersion,
  letterStates,
} from '../read-models/letter.ts'
import { method, output } from './define-contract.ts'
import { filePath, id, localDay, postalAddress, shortText, version } from './inputs.ts'

const kind = z.enum(letterKinds)
const reason = z.enum(refusalReasons).nullable()
const subject = z.string().trim().min(1).max(300)
const body = z.string().trim().min(1).max(20_000)

export const letterFilter = z.object({
  processId: id,
  state: z.enum(letterStates),
  kinds: z.array(kind).optional(),
  /** `none`: nobody knows how to reach the proposer. */
  channels: z.array(z.enum([...letterChannels, 'none'])).optional(),
  search: z.string().max(300).optional(),
})
export type LetterFilter = z.input<typeof letterFilter>

const topic = { processId: id, kind, reason }

/** One letter: by what it is about while it is owed, else by its id. */
const letterKey = z.object({ submissionId: id, kind, event: z.string().min(1).max(60) })

/** What is written to proposers. Nothing is ever sent from here: files are made, people send them and say so. */
export const lettersContract = {
  settings: method({
    input: z.object({ processId: id }),
    output: output<LetterSettings>(),
    permission: 'read',
    writes: false,
  }),
  saveSettings: method({
    input: z.object({
      processId: id,
      version: z.number().int().min(0),
      service: shortText,
      sender: postalAddress,
      place: shortText,
      signature: shortText,
      replyDays: z.number().int().min(1).max(365),
      appealNotice: z.boolean(),
      appeal: z.string().trim().max(2_000),
      electoralRestraint: z.boolean(),
    }),
    output: output<LetterSettings>(),
    permission: 'configure-process',
    writes: true,
  }),
  /** The texts in force: one for each kind, and one for each reason of a refusal. */
  templates: method({
    input: z.object({ processId: id }),
    output: output<readonly LetterTemplate[]>(),
    permission: 'read',
    writes: false,
  }),
  /** Every version of a text, the newest first; the last one is the text that Parvis brings. */
  templateVersions: method({
    input: z.object(topic),
    output: output<readonly LetterTemplateVersion[]>(),
    permission: 'read',
    writes: false,
  }),
  /** Adds a version. `basedOn`: the version that was changed. Refuses `letter-field-unknown` and `changed-meanwhile`. */
  saveTemplate: method({
    input: z.object({ ...topic, basedOn: z.number().int().min(0), subject, body }),
    output: output<readonly LetterTemplate[]>(),
    permission: 'configure-process',
    writes: true,
  }),
  /** Gives a reason back to the general text of refusals. */
  dropTemplate: method({
    input: z.object({ processId: id, kind, reason: z.enum(refusalReasons) }),
    output: output<readonly LetterTemplate[]>(),
    permission: 'configure-process',
    writes: true,
  }),
  /** What the fields say of a proposal that waits for such a letter; of any other where none does. */
  fieldValues: method({
    input: z.object({ ...topic, submissionId: id.optional() }),
    output: output<LetterFieldValues | null>(),
    permission: 'read',
    writes: false,
  }),
  list: method({
    input: letterFilter.extend({
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1_000).default(100),
    }),
    output: output<LetterPage>(),
    permission: 'read',
    writes: false,
  }),
  counts: method({
    input: letterFilter,
    output: output<LetterCounts>(),
    permission: 'read',
    writes: false,
  }),
  get: method({
    input: letterKey,
    output: output<LetterDetail>(),
    permission: 'read',
    writes: false,
  }),
  /** What was said to the proposer of one proposal, and what is owed. */
  ofSubmission: method({
    input: z.object({ submissionId: id }),
    output: output<LettersOfSubmission>(),
    permission: 'read',
    writes: false,
  }),
  /** The pages as they will be printed. */
  preview: method({
    input: letterKey,
    output: output<{ readonly bytes: Uint8Array; readonly pages: number }>(),
    permission: 'read',
    writes: false,
  }),
  /** Changes the text or the way of one letter before it is made. Refuses `letter-not-owed`. */
  saveDraft: method({
    input: letterKey.extend({ subject, body, channel: z.enum(letterChannels).nullable() }),
    output: output<LetterDetail>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Goes back to the text of the template. */
  dropDraft: method({
    input: letterKey,
    output: output<LetterDetail>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Writes down how to reach a proposer. The journal tells which fields changed, never what they hold. */
  saveContact: method({
    input: z.object({
      submissionId: id,
      version,
      authorEmail: shortText.nullable(),
      authorPhone: shortText.nullable(),
      authorAddress: postalAddress.nullable(),
    }),
    output: output<{ readonly version: number }>(),
    permission: 'moderate',
    writes: true,
  }),
  /**
   * The mail merge: makes the letters that match into a new folder of `folder`, and remembers each as it was made.
   * `post`: PDF files; `email`: drafts that a mail program opens; `platform`: the answers for Decidim.
   */
  produce: method({
    input: z.object({
      filter: letterFilter.omit({ state: true, channels: true }),
      /** Only these proposals; absent: all that match. */
      submissionIds: z.array(id).max(100_000).optional(),
      channel: z.enum(letterChannels),
      folder: filePath,
      /** One file for each person. */
      single: z.boolean().default(true),
      /** One file with everything, to print. */
      together: z.boolean().default(true),
      /** Each letter begins on a new sheet. */
      duplex: z.boolean().default(true),
    }),
    output: output<LetterBatch>(),
    permission: 'moderate',
    writes: true,
  }),
  /** The same letters again, as they were made. */
  reprint: method({
    input: z.object({ letterIds: z.array(id).min(1).max(10_000), folder: filePath }),
    output: output<LetterBatch>(),
    permission: 'export',
    writes: false,
  }),
  /** Says that letters went, on a day. `sentOn` null: they have not. */
  markSent: method({
    input: z.object({ letterIds: z.array(id).min(1).max(100_000), sentOn: localDay.nullable() }),
    output: output<{ readonly marked: number }>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Takes back letters that were made and not sent: they are owed again. Refuses `letter-sent`. */
  withdraw: method({
    input: z.object({ letterIds: z.array(id).min(1).max(100_000) }),
    output: output<{ readonly withdrawn: number }>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Ids of everything that matches. */
  matchingIds: method({
    input: letterFilter,
    output: output<{ readonly submissionIds: readonly string[]; readonly letterIds: readonly string[] }>(),
    permission: 'read',
    writes: false,
  }),
} as const
