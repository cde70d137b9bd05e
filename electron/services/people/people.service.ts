import type { peopleContract } from '../../../shared/contract/people.contract.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import {
  getPerson,
  insertPerson,
  listPeople,
  storedPassphrase,
  updatePassphrase,
  updatePerson,
} from '../../data/people/person.repository.ts'
import type { DossierCall, Service } from '../call.ts'
import { describeOpenDossier } from '../dossiers/describe-open-dossier.ts'
import { newId } from '../new-id.ts'
import { hashPassphrase, passphraseMatches } from './passphrase.ts'

const topics = ['people', 'journal', 'dossiers'] as const

/** Failures per person since the worker started; each makes the next answer slower. */
const failures = new Map<string, number>()

async function assertPassphrase(
  call: DossierCall,
  personId: string,
  given: string | undefined,
): Promise<void> {
  const stored = await storedPassphrase(call.database.reader, personId)
  if (stored === null) return
  if (given !== undefined && (await passphraseMatches(given, stored))) {
    failures.delete(personId)
    return
  }
  const count = (failures.get(personId) ?? 0) + 1
  failures.set(personId, count)
  await new Promise((resolve) => setTimeout(resolve, Math.min(200 * 2 ** count, 10_000)))
  throw new AppError('passphrase-wrong')
}

/** Who works in the dossier, and as whom one acts now. */
export const peopleService: Service<typeof peopleContract> = {
  list: (_input, call) => listPeople(call.database.reader),

  async signIn(input, call) {
    const person = await getPerson(call.database.reader, input.personId)
    if (!person.active) throw new AppError('person-inactive', { name: person.name })
    await assertPassphrase(call, person.id, input.passphrase)
    call.session.person = person
    return describeOpenDossier(call.session)
  },

  async signOut(_input, call) {
    call.session.person = null
    return describeOpenDossier(call.session)
  },

  async add(input, call) {
    const id = newId()
    await call.change(topics, async (change) => {
      await insertPerson(change.trx, { id, ...input, createdAt: change.at })
      change.record({
        action: 'person.add',
        objectKind: 'person',
        objectId: id,
        objectLabel: input.name,
        after: input,
      })
    })
    return getPerson(call.database.reader, id)
  },

  async update(input, call) {
    await call.change(topics, async (change) => {
      const before = await getPerson(change.trx, input.id)
      await updatePerson(change.trx, input)
      const people = await listPeople(change.trx)
      if (!people.some((person) => person.active && person.roles.includes('administrator')))
        throw new AppError('last-administrator')
      change.record({
        action: 'person.update',
        objectKind: 'person',
        objectId: input.id,
        objectLabel: input.name,
        before: {
          name: before.name,
          roles: before.roles,
          department: before.department,
          active: before.active,
        },
        after: { name: input.name, roles: input.roles, department: input.department, active: input.active },
      })
    })
    const person = await getPerson(call.database.reader, input.id)
    if (call.session.person?.id === person.id) call.session.person = person
    return person
  },

  async setPassphrase(input, call) {
    const person = call.actor()
    await assertPassphrase(call, person.id, input.current)
    const stored = input.next === null ? null : await hashPassphrase(input.next)
    await call.change(topics, async (change) => {
      await updatePassphrase(change.trx, person.id, stored)
      change.record({
        action: 'person.set-passphrase',
        objectKind: 'person',
        objectId: person.id,
        objectLabel: person.name,
        before: { hasPassphrase: person.hasPassphrase },
        after: { hasPassphrase: stored !== null },
      })
    })
    call.session.person = await getPerson(call.database.reader, person.id)
    return null
  },
}
