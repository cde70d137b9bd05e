import { z } from 'zod'
import { letterKinds } from '../../../shared/domain/letters/letter-kind.ts'
import { refusalReasons } from '../../../shared/domain/moderation/refusal-reason.ts'

/** A text as the journal keeps it; `own` false: the general one, or the one that Parvis brings. */
export const templateTextSchema = z.object({
  letterKind: z.enum(letterKinds),
  reason: z.enum(refusalReasons).nullable(),
  subject: z.string(),
  body: z.string(),
  own: z.boolean(),
})
export type JournaledTemplate = z.output<typeof templateTextSchema>

/** How a démarche writes, as the journal keeps it. */
export const settingsSchema = z.object({
  service: z.string(),
  sender: z.string(),
  place: z.string(),
  signature: z.string(),
  replyDays: z.number(),
  appealNotice: z.boolean(),
  appeal: z.string(),
  electoralRestraint: z.boolean(),
})
