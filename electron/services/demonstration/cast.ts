import { z } from 'zod'
import type { Story } from '../../../shared/domain/demonstration/story.ts'
import { type Role, roles } from '../../../shared/domain/people/permissions.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { PersonProfile } from '../../../shared/read-models/dossier.ts'
import type { OpenDatabase } from '../../data/dialects/dialect.ts'
import type { Ports } from '../../ports.ts'
import type { AppCall, DossierCall } from '../call.ts'
import { peopleService } from '../people/people.service.ts'
import { runChange } from '../run-change.ts'
import { createSession } from '../session.ts'

/** The people of a story, each acting under their own name. */
export interface Cast {
  readonly administrator: DossierCall
  /** Somebody with a role; of the department if it has anybody, else they take turns. */
  as(role: Role, choice?: { readonly department?: string | undefined; readonly turn?: number }): DossierCall
}

type StoryPerson = Story['people'][number]

/** The one who makes the dossier: the story's administrator, else the first person. */
export function administratorOf(story: Story): StoryPerson {
  const person = story.people.find(({ roles: held }) => held.includes('administrator')) ?? story.people[0]
  if (person === undefined) throw new AppError('not-found', { object: 'person' })
  return person
}

const heldRoles = z.array(z.enum(roles)).min(1)

/** Adds the people of a story to the dossier and answers how each of them acts. */
export async function createCast(
  call: AppCall,
  ports: Ports,
  database: OpenDatabase,
  dossierPath: string,
  creator: PersonProfile,
  story: Story,
): Promise<Cast> {
  const { signal } = call
  const callAs = (person: PersonProfile): DossierCall => ({
    ports,
    session: createSession(),
    signal,
    progress() {},
    database,
    dossierPath,
    person,
    actor: () => person,
    announce() {},
    change: (_topics, work) => runChange({ database, ports, person, signal }, work),
  })
  const makes = administratorOf(story)
  const administrator = callAs(
    await peopleService.update(
      {
        id: creator.id,
        version: creator.version,
        name: makes.name,
        roles: [...new Set(['administrator' as const, ...heldRoles.parse(makes.roles)])],
        department: makes.department,
        active: true,
      },
      callAs(creator),
    ),
  )
  const calls = [administrator]
  for (const person of story.people) {
    if (person === makes) continue
    const { name, department } = person
    calls.push(
      callAs(
        await peopleService.add({ name, roles: heldRoles.parse(person.roles), department }, administrator),
      ),
    )
  }
  return {
    administrator,
    as(role, choice = {}) {
      const holding = calls.filter((candidate) => candidate.actor().roles.includes(role))
      // The administrator may do everything, and leaves each task to the person whose task it is.
      const others = holding.filter((candidate) => candidate !== administrator)
      const able = others.length > 0 ? others : holding
      const near = able.filter((candidate) => candidate.actor().department === (choice.department ?? null))
      const group = near.length > 0 ? near : able
      return group[(choice.turn ?? 0) % Math.max(1, group.length)] ?? administrator
    },
  }
}
