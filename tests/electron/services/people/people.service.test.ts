import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startParvis, type TestParvis } from '../../../helpers/test-parvis.ts'

describe('people', () => {
  let parvis: TestParvis
  let administratorId: string
  beforeEach(async () => {
    parvis = startParvis()
    await parvis.createDossier()
    administratorId = (await parvis.call('dossiers', 'current', {}))?.person?.id ?? ''
  })
  afterEach(() => parvis.stop())

  it('asks who it is once there are two profiles', async () => {
    const path = (await parvis.call('dossiers', 'current', {}))?.path ?? ''
    await parvis.call('people', 'add', { name: 'Camille', roles: ['moderator'] })
    await parvis.call('dossiers', 'close', {})
    const opened = await parvis.call('dossiers', 'open', { path })
    expect([opened.person, opened.people.map(({ name }) => name).sort()]).toEqual([
      null,
      ['Alix Administratrice', 'Camille'],
    ])
    expect((await parvis.refusal('processes.list', {})).code).toBe('sign-in-required')
  })

  it('lets a profile in by its passphrase only, whose hash costs memory and never leaves the file', async () => {
    await parvis.call('people', 'setPassphrase', { next: 'place de la mairie' })
    await parvis.call('people', 'signOut', {})
    const attempt = (passphrase?: string) =>
      parvis.refusal('people.signIn', { personId: administratorId, passphrase })
    expect((await attempt()).code).toBe('passphrase-wrong')
    expect((await attempt('place de la gare')).code).toBe('passphrase-wrong')
    const { person } = await parvis.call('people', 'signIn', {
      personId: administratorId,
      passphrase: 'place de la mairie',
    })
    expect(person).toMatchObject({ hasPassphrase: true })
    expect(JSON.stringify(await parvis.call('journal', 'list', {}))).not.toMatch(/scrypt|mairie/)
  })

  it('asks for the present passphrase before another one takes its place', async () => {
    await parvis.call('people', 'setPassphrase', { next: 'place de la mairie' })
    const error = await parvis.refusal('people.setPassphrase', { next: 'autre phrase', current: 'fausse' })
    expect(error.code).toBe('passphrase-wrong')
  })

  it('keeps an active administrator whatever happens', async () => {
    const update = { id: administratorId, version: 1, name: 'Alix', department: null }
    const demoted = await parvis.refusal('people.update', { ...update, roles: ['reader'], active: true })
    const deactivated = await parvis.refusal('people.update', {
      ...update,
      roles: ['administrator'],
      active: false,
    })
    expect([demoted.code, deactivated.code]).toEqual(['last-administrator', 'last-administrator'])
  })

  it('lets nobody in by a profile that was switched off', async () => {
    const camille = await parvis.call('people', 'add', { name: 'Camille', roles: ['moderator'] })
    await parvis.call('people', 'update', { ...camille, roles: ['moderator'], active: false })
    expect((await parvis.refusal('people.signIn', { personId: camille.id })).code).toBe('person-inactive')
  })

  it('refuses a change made on an older state of a profile', async () => {
    const camille = await parvis.call('people', 'add', { name: 'Camille', roles: ['moderator'] })
    const change = {
      id: camille.id,
      version: 1,
      roles: ['moderator' as const],
      department: null,
      active: true,
    }
    await parvis.call('people', 'update', { ...change, name: 'Camille D.' })
    expect((await parvis.refusal('people.update', { ...change, name: 'C.' })).code).toBe('changed-meanwhile')
  })
})
