import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../../shared/contract/contract.ts'
import { may, permissions, type Role, roles } from '../../../shared/domain/people/permissions.ts'
import { fr } from '../../../shared/messages/fr/index.ts'
import { startParvis, type TestParvis } from '../../helpers/test-parvis.ts'

const guarded = Object.entries(contract).flatMap(([feature, methods]) =>
  Object.entries(methods)
    .filter(([, definition]) => (permissions as readonly string[]).includes(definition.permission))
    .map(([name, definition]) => ({ method: `${feature}.${name}`, definition })),
)

describe('the table of permissions', () => {
  let parvis: TestParvis
  const people = new Map<Role, string>()
  beforeAll(async () => {
    parvis = startParvis()
    await parvis.createDossier()
    for (const role of roles) {
      const { id } = await parvis.call('people', 'add', { name: `Profil ${role}`, roles: [role] })
      people.set(role, id)
    }
  })
  afterAll(() => parvis.stop())

  it.each(roles)('is what the router enforces for the role %s', async (role) => {
    await parvis.call('people', 'signIn', { personId: people.get(role) ?? '' })
    const forbidden = guarded.filter(({ definition }) => !may([role], definition.permission as never))
    const refusals = await Promise.all(
      forbidden.map(async ({ method }) => {
        const error = await parvis.refusal(method, {})
        return `${method}: ${error.code}`
      }),
    )
    expect(refusals).toEqual(forbidden.map(({ method }) => `${method}: permission-missing`))
  })

  it('has words for every permission and role', () => {
    expect(Object.keys(fr.labels.permission).sort()).toEqual([...permissions].sort())
    expect(Object.keys(fr.labels.role).sort()).toEqual([...roles].sort())
  })
})
