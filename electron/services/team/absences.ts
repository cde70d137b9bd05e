import type { ParsedInputOf } from '../../../shared/contract/define-contract.ts'
import type { teamContract } from '../../../shared/contract/team.contract.ts'
import { may } from '../../../shared/domain/people/permissions.ts'
import { overlaps } from '../../../shared/domain/team/absence.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { Absence } from '../../../shared/read-models/team.ts'
import { getPerson } from '../../data/people/person.repository.ts'
import {
  deleteAbsence,
  insertAbsence,
  listAbsences,
  updateAbsence,
} from '../../data/team/absence.repository.ts'
import type { Change } from '../call.ts'
import { newId } from '../new-id.ts'

type AbsenceInput = ParsedInputOf<(typeof teamContract)['saveAbsence']>

/** What the journal keeps of an absence; undo puts it back. */
function kept({ id, personId, fromOn, untilOn, standInId, standInName }: Absence) {
  return { id, personId, fromOn, untilOn, standInId, standInName }
}

function assertMaySet(change: Change, personId: string): void {
  if (personId !== change.person.id && !may(change.person.roles, 'lead-team'))
    throw new AppError('absence-of-another')
}

async function find(change: Change, id: string): Promise<Absence> {
  const absence = (await listAbsences(change.trx)).find((one) => one.id === id)
  if (absence === undefined) throw new AppError('not-found', { object: 'absence' })
  return absence
}

/** Sets an absence, new or known. Nothing is moved: until it ends, the stand-in sees the work as theirs. */
export async function saveAbsence(change: Change, input: AbsenceInput): Promise<void> {
  const before = input.id === undefined ? undefined : await find(change, input.id)
  assertMaySet(change, before?.personId ?? input.personId)
  const person = await getPerson(change.trx, before?.personId ?? input.personId)
  if (input.untilOn < input.fromOn) throw new AppError('absence-backwards')
  const others = (await listAbsences(change.trx)).filter(
    (other) => other.personId === person.id && other.id !== input.id,
  )
  const twice = others.find((other) => overlaps(other, input))
  if (twice !== undefined) throw new AppError('absence-overlaps', { name: person.name })
  if (input.standInId !== null) {
    const standIn = await getPerson(change.trx, input.standInId)
    if (standIn.id === person.id || !standIn.active || !may(standIn.roles, 'moderate'))
      throw new AppError('stand-in-unfit', { name: standIn.name })
  }
  const id = before?.id ?? newId()
  const dates = { id, fromOn: input.fromOn, untilOn: input.untilOn, standInId: input.standInId }
  if (before === undefined) await insertAbsence(change.trx, { ...dates, personId: person.id })
  else await updateAbsence(change.trx, dates, input.version ?? before.version)
  change.record({
    action: 'absence.save',
    objectKind: 'person',
    objectId: person.id,
    objectLabel: person.name,
    before: before === undefined ? undefined : kept(before),
    after: kept(await find(change, id)),
  })
}

/** Takes an absence away: who was announced away is there. */
export async function removeAbsence(change: Change, id: string): Promise<void> {
  const before = await find(change, id)
  assertMaySet(change, before.personId)
  await deleteAbsence(change.trx, id)
  change.record({
    action: 'absence.remove',
    objectKind: 'person',
    objectId: before.personId,
    objectLabel: before.personName,
    before: kept(before),
  })
}
