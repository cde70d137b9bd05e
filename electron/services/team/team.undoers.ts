import { z } from 'zod'
import { secondOpinionRules } from '../../../shared/domain/moderation/second-opinion.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { JournalEntryTable } from '../../data/database.ts'
import {
  deleteAbsence,
  insertAbsence,
  listAbsences,
  updateAbsence,
} from '../../data/team/absence.repository.ts'
import {
  getTeamSettings,
  putTeamSettings,
  readRules,
  rememberTurn,
} from '../../data/team/team-setting.repository.ts'
import type { Change } from '../call.ts'
import type { Undoer } from '../journal/undoer.ts'

const absence = z.object({
  id: z.string(),
  personId: z.string(),
  fromOn: z.string(),
  untilOn: z.string(),
  standInId: z.string().nullable(),
})
const settings = z.object({
  secondOpinion: z.enum(secondOpinionRules),
  decisionDays: z.number().nullable(),
  automatic: z.boolean(),
  rules: z.unknown(),
})
const turn = z.object({ lastInTurnId: z.string().nullable() })

function read<S extends z.ZodType>(schema: S, text: string | null): z.output<S> | undefined {
  return text === null ? undefined : schema.parse(JSON.parse(text))
}

/** Puts an absence back as it was: made again, changed back, or gone. */
async function undoAbsence(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  for (const entry of entries) {
    const before = read(absence, entry.before)
    const after = read(absence, entry.after)
    const present = (await listAbsences(change.trx)).find(({ id }) => id === (after ?? before)?.id)
    const overtaken =
      after === undefined
        ? present !== undefined
        : present === undefined ||
          present.fromOn !== after.fromOn ||
          present.untilOn !== after.untilOn ||
          present.standInId !== after.standInId
    if (overtaken) throw new AppError('undo-overtaken', { object: entry.object_label })
    if (before === undefined) await deleteAbsence(change.trx, after?.id ?? '')
    else if (present === undefined) await insertAbsence(change.trx, before)
    else await updateAbsence(change.trx, before, present.version)
  }
}

async function undoSettings(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  for (const entry of entries) {
    const processId = entry.process_id ?? ''
    const before = read(settings, entry.before)
    const { version } = await getTeamSettings(change.trx, processId)
    if (before === undefined) continue
    const rules = readRules(JSON.stringify(before.rules))
    await putTeamSettings(change.trx, processId, { ...before, rules, version })
  }
}

/** The proposals themselves are given back by the entries of their own. */
async function undoTurn(change: Change, entries: readonly JournalEntryTable[]): Promise<void> {
  for (const entry of entries)
    await rememberTurn(change.trx, entry.process_id ?? '', read(turn, entry.before)?.lastInTurnId ?? null)
}

/** Acts of leading a team that Ctrl+Z takes back. */
export const teamUndoers: Readonly<Record<string, Undoer>> = {
  'absence.save': undoAbsence,
  'absence.remove': undoAbsence,
  'team.save-settings': undoSettings,
  'team.distribute': undoTurn,
}
