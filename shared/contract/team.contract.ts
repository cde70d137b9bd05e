import { z } from 'zod'
import { secondOpinionRules } from '../domain/moderation/second-opinion.ts'
import type { Absence, DistributionPreview, TeamOverview, TeamSettings } from '../read-models/team.ts'
import { method, output } from './define-contract.ts'
import { id, localDay, version } from './inputs.ts'

const personIds = z.array(id).max(500)

const rule = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['district', 'theme']),
    shares: z.array(z.object({ placeId: id, personIds })).max(1_000),
  }),
  z.object({ kind: z.enum(['round-robin', 'workload']), personIds }),
])

/** How the officers of a démarche share the work: second opinions, deadlines, distribution, absences. */
export const teamContract = {
  settings: method({
    input: z.object({ processId: id }),
    output: output<TeamSettings>(),
    permission: 'read',
    writes: false,
  }),
  /** Refuses `changed-meanwhile`. */
  saveSettings: method({
    input: z.object({
      processId: id,
      /** 0 while nothing was ever set. */
      version: z.number().int().min(0),
      secondOpinion: z.enum(secondOpinionRules),
      decisionDays: z.number().int().min(1).max(365).nullable(),
      automatic: z.boolean(),
      rules: z.array(rule).max(8),
    }),
    output: output<TeamSettings>(),
    permission: 'lead-team',
    writes: true,
  }),
  /** Who has what, and what is late; for whoever asks, what is theirs. */
  overview: method({
    input: z.object({ processId: id }),
    output: output<TeamOverview>(),
    permission: 'read',
    writes: false,
  }),
  /** Who would get how many of what nobody has taken, by the rules in force. Writes nothing. */
  previewDistribution: method({
    input: z.object({ processId: id }),
    output: output<DistributionPreview>(),
    permission: 'moderate',
    writes: false,
  }),
  /**
   * Gives out what nobody has taken, in one act. `expected`: how many the preview showed; refuses `changed-meanwhile`
   * when it is another number by now, `nothing-to-distribute` when the rules give nothing to anybody.
   */
  distribute: method({
    input: z.object({ processId: id, expected: z.number().int().min(0) }),
    output: output<DistributionPreview>(),
    permission: 'lead-team',
    writes: true,
  }),
  /** Absences that are not over, by their first day. */
  absences: method({
    input: z.object({}),
    output: output<readonly Absence[]>(),
    permission: 'read',
    writes: false,
  }),
  /**
   * Sets one's own absence, or with `lead-team` that of anybody. Refuses `absence-of-another`, `absence-backwards`,
   * `absence-overlaps` and `stand-in-unfit`.
   */
  saveAbsence: method({
    input: z.object({
      /** Absent: a new one. */
      id: id.optional(),
      version: version.optional(),
      personId: id,
      fromOn: localDay,
      untilOn: localDay,
      standInId: id.nullable(),
    }),
    output: output<readonly Absence[]>(),
    permission: 'write-note',
    writes: true,
  }),
  removeAbsence: method({
    input: z.object({ id }),
    output: output<readonly Absence[]>(),
    permission: 'write-note',
    writes: true,
  }),
} as const
