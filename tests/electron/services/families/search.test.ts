import { afterEach, beforeEach, expect, it } from 'vitest'
import { signalsOf } from '../../../../electron/data/signals/signal.repository.ts'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { familiesService } from '../../../../electron/services/families/families.service.ts'
import { stopComparing } from '../../../../electron/services/families/search-similar.ts'
import { journalService } from '../../../../electron/services/journal/journal.service.ts'
import { redactionsService } from '../../../../electron/services/redactions/redactions.service.ts'
import { submissionsService } from '../../../../electron/services/submissions/submissions.service.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

describeOnBothEngines('searching for duplicates', (open) => {
  let dossier: TestDossier
  let officer: DossierCall
  beforeEach(async () => {
    dossier = await open()
    officer = await dossier.callAs('Camille Durand', ['moderator'])
  })
  afterEach(async () => {
    stopComparing(dossier.database)
    await dossier.close()
  })

  const create = async (title: string, place: { latitude?: number; longitude?: number } = {}) => {
    const { id } = await submissionsService.create(
      {
        processId: dossier.processId,
        title,
        body: '',
        authorName: null,
        authorEmail: null,
        authorPhone: null,
        authorAddress: null,
        channel: 'paper',
        themeId: dossier.themeIds[0] ?? null,
        districtId: null,
        meetingId: null,
        address: null,
        latitude: place.latitude ?? null,
        longitude: place.longitude ?? null,
        declaredCost: null,
      },
      officer,
    )
    return id
  }
  const search = (anew = false) => familiesService.search({ anew }, officer)
  const similar = async (submissionId: string) =>
    (await familiesService.similar({ submissionId }, officer)).map(({ proposal, kind, distance }) => [
      proposal.id,
      kind,
      distance,
    ])
  const found = async (filter: { maybeDuplicate: boolean }) =>
    submissionsService.matchingIds({ processId: dossier.processId, ...filter }, officer)

  it('finds one text edited and one place, and says what came since', async () => {
    const first = await create('Planter des arbres fruitiers au parc Barbieux', {
      latitude: 50.69,
      longitude: 3.17,
    })
    const second = await create('Planter des arbres fruitiers au PARC BARBIEUX !')
    const third = await create('Une fontaine à boire', { latitude: 50.6907, longitude: 3.17 })
    expect(await familiesService.progress({}, officer)).toEqual({ comparedAt: null, pending: 3 })
    expect(await search()).toEqual({ compared: 3, pairs: 2 })
    expect(await similar(first)).toEqual([
      [second, 'near-duplicate', null],
      [third, 'same-place', 78],
    ])
    expect(await familiesService.progress({}, officer)).toEqual({
      comparedAt: '2026-03-01T09:00:00.000Z',
      pending: 0,
    })
    expect(await search()).toEqual({ compared: 0, pairs: 0 })
    expect(dossier.topics).toContain('families')
  })

  it('compares a new text with all, with a thread that knows them and with one that does not', async () => {
    const first = await create('Planter des arbres fruitiers au parc Barbieux')
    await search()
    const second = await create('Planter des arbres fruitiers au parc Barbieux')
    expect(await search()).toEqual({ compared: 1, pairs: 1 })
    stopComparing(dossier.database)
    const third = await create('Planter des arbres fruitiers au parc Barbieux')
    expect(await search()).toEqual({ compared: 1, pairs: 2 })
    expect((await similar(third)).map(([id]) => id).sort()).toEqual([first, second].sort())
  })

  it('looks again at a text that was masked, and forgets the pair that it no longer makes', async () => {
    const first = await create('Réparer le portail de monsieur Lambert')
    const second = await create('Réparer le portail de monsieur Lambert')
    await search()
    expect(await similar(first)).toHaveLength(1)
    await redactionsService.mask(
      { submissionId: second, passage: 'Réparer le portail de monsieur Lambert', reason: 'personal-data' },
      officer,
    )
    expect(await familiesService.progress({}, officer)).toMatchObject({ pending: 1 })
    await search()
    expect(await similar(first)).toEqual([])
    expect(await found({ maybeDuplicate: true })).toEqual([])
  })

  it('is not asked to look again by a decision', async () => {
    const first = await create('Rénover le gymnase Danton')
    await search()
    await submissionsService.decide(
      { submissionId: first, verdict: 'admissible', reasons: [], rationale: '', redirectedTo: null },
      officer,
    )
    expect(await familiesService.progress({}, officer)).toMatchObject({ pending: 0 })
  })

  it('remembers “not a duplicate” through searches, and takes it back', async () => {
    const first = await create('Rénover le gymnase Danton')
    const second = await create('Rénover le gymnase Danton')
    await search()
    expect(await found({ maybeDuplicate: true })).toEqual([first, second])
    await familiesService.markNotDuplicate(
      { oneId: second, otherId: first, reason: 'Deux gymnases du même nom.' },
      officer,
    )
    await search(true)
    expect(await familiesService.similar({ submissionId: first }, officer)).toMatchObject([
      { notDuplicate: { reason: 'Deux gymnases du même nom.', decidedByName: 'Camille Durand' } },
    ])
    expect(await found({ maybeDuplicate: true })).toEqual([])
    const listed = { processId: dossier.processId, offset: 0, limit: 10 }
    expect(await familiesService.openPairs(listed, officer)).toEqual({ pairs: [], total: 0 })
    await familiesService.unmarkNotDuplicate({ oneId: first, otherId: second }, officer)
    expect(await familiesService.openPairs(listed, officer)).toMatchObject({
      total: 1,
      pairs: [{ one: { id: first }, other: { id: second }, kind: 'near-duplicate', score: 1 }],
    })
  })

  it('raises the signal of a copy on both, and takes it away once they are judged to be two', async () => {
    const first = await create('Rénover le gymnase Danton')
    const second = await create('Rénover le gymnase Danton')
    await search()
    const copies = async (submissionId: string) =>
      (await signalsOf(dossier.database.reader, submissionId)).filter(({ id }) => id === 'copy')
    expect(await copies(first)).toMatchObject([{ words: ['BP26-0002'] }])
    expect(await copies(second)).toMatchObject([{ words: ['BP26-0001'] }])
    await familiesService.markNotDuplicate({ oneId: first, otherId: second, reason: '' }, officer)
    expect(await copies(first)).toEqual([])
    await journalService.undoLast({}, officer)
    expect(await copies(second)).toHaveLength(1)
  })

  it('can be cancelled, and finds everything the next time', async () => {
    await create('Rénover le gymnase Danton')
    await create('Rénover le gymnase Danton')
    const controller = new AbortController()
    const call = await dossier.callAs('Camille Durand', ['moderator'], {
      signal: controller.signal,
      progress: () => controller.abort(),
    })
    await expect(familiesService.search({ anew: false }, call)).rejects.toMatchObject({ code: 'cancelled' })
    expect(await search()).toEqual({ compared: 2, pairs: 1 })
  })

  it('groups what holds together at once, under the oldest number', async () => {
    const first = await create('Rénover le gymnase Danton')
    const second = await create('Rénover le gymnase Danton')
    const third = await create('Rénover le gymnase Danton')
    await create('Une fontaine à boire')
    await search()
    const clusters = () => familiesService.clusters({ processId: dossier.processId }, officer)
    const [cluster] = await clusters()
    expect(cluster).toMatchObject({ leadId: first, members: [{ id: first }, { id: second }, { id: third }] })
    await familiesService.group({ leadId: first, memberIds: [first, second, third], rationale: '' }, officer)
    expect(await clusters()).toEqual([])
    expect(await found({ maybeDuplicate: true })).toEqual([])
    expect(await similar(second)).toEqual([])
  })
})
