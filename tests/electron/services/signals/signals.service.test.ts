import { afterEach, beforeEach, expect, it } from 'vitest'
import { replaceCopySignals } from '../../../../electron/data/signals/signal.repository.ts'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { familiesService } from '../../../../electron/services/families/families.service.ts'
import { journalService } from '../../../../electron/services/journal/journal.service.ts'
import { newId } from '../../../../electron/services/new-id.ts'
import { redactionsService } from '../../../../electron/services/redactions/redactions.service.ts'
import { signalsService } from '../../../../electron/services/signals/signals.service.ts'
import { submissionsService } from '../../../../electron/services/submissions/submissions.service.ts'
import { familiesContract } from '../../../../shared/contract/families.contract.ts'
import { submissionsContract } from '../../../../shared/contract/submissions.contract.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

const long =
  'Il manque un banc à l’ombre devant l’école pour les grands-parents qui attendent la sortie des classes.'

describeOnBothEngines('signals of a dossier', (open) => {
  let dossier: TestDossier
  let call: DossierCall

  beforeEach(async () => {
    dossier = await open()
    call = await dossier.callAs('Ada', ['administrator', 'moderator'])
  })
  afterEach(() => dossier.close())

  async function deposit(body: string, more: Readonly<Record<string, unknown>> = {}) {
    const input = submissionsContract.create.input.parse({
      processId: dossier.processId,
      title: 'Un banc',
      body,
      channel: 'paper',
      districtId: dossier.districtIds[0],
      ...more,
    })
    return (await submissionsService.create(input, call)).id
  }

  async function raised(submissionId: string) {
    const signals = await signalsService.of({ submissionId }, call)
    return Object.fromEntries(
      signals.filter(({ dismissed }) => dismissed === null).map(({ id, words }) => [id, words]),
    )
  }

  const list = (signals: readonly ('any' | 'personal-data' | 'too-short')[]) =>
    submissionsService.list(
      submissionsContract.list.input.parse({ processId: dossier.processId, signals }),
      call,
    )

  it('are raised as a deposit is typed, and fall as its words are masked', async () => {
    const id = await deposit(`${long} Appelez le 06 12 34 56 78.`)
    expect(await raised(id)).toEqual({ 'personal-data': ['06 12 34 56 78'] })
    await redactionsService.mask({ submissionId: id, passage: '06 12 34 56 78', reason: 'essai' }, call)
    expect(await raised(id)).toEqual({})
    const [entry] = await redactionsService.list({ submissionId: id }, call)
    await redactionsService.lift({ redactionId: entry?.id ?? '', reason: 'essai' }, call)
    expect(await raised(id)).toEqual({ 'personal-data': ['06 12 34 56 78'] })
  })

  it('follow the place, also when it is taken back', async () => {
    const polygon = JSON.stringify([
      [
        [
          [3, 50],
          [4, 50],
          [4, 51],
          [3, 51],
          [3, 50],
        ],
      ],
    ])
    await dossier.database.db.updateTable('district').set({ polygon }).execute()
    const id = await deposit(long, { latitude: 50.5, longitude: 3.5 })
    expect(await raised(id)).toEqual({})
    const { version } = await submissionsService.get({ submissionId: id }, call)
    await submissionsService.classify({ submissionId: id, version, latitude: 48.85, longitude: 2.35 }, call)
    expect(Object.keys(await raised(id))).toEqual(['outside-territory'])
    await journalService.undoLast({}, call)
    expect(await raised(id)).toEqual({})
  })

  it('narrow and count the queue, and stand on its lines', async () => {
    await deposit(long)
    const short = await deposit('Un banc.')
    await deposit(`${long} a@exemple.fr`)
    const found = await list(['too-short'])
    expect(found.rows.map(({ id, signals }) => [id, signals])).toEqual([[short, ['too-short']]])
    expect((await list(['any'])).total).toBe(2)
    const counts = await signalsService.counts({ processId: dossier.processId }, call)
    expect(counts.any).toBe(2)
    expect(Object.fromEntries(counts.signals.map(({ value, count }) => [value, count]))).toEqual({
      'too-short': 1,
      'personal-data': 1,
    })
  })

  it('are dismissed with a reason, taken back, and come back only if their words change', async () => {
    const id = await deposit(`${long} a@exemple.fr`)
    await signalsService.dismiss({ submissionId: id, signalId: 'personal-data', reason: 'Publique' }, call)
    expect(await raised(id)).toEqual({})
    expect((await list(['any'])).total).toBe(0)
    await journalService.undoLast({}, call)
    expect(await raised(id)).toEqual({ 'personal-data': ['a@exemple.fr'] })
    await signalsService.dismiss({ submissionId: id, signalId: 'personal-data', reason: 'Publique' }, call)
    // The same words again, then others.
    const write = (text: string) =>
      call.change(['submissions'], async (change) => {
        await change.trx.updateTable('submission').set({ body_text: text }).where('id', '=', id).execute()
        change.record({
          action: 'submission.classify',
          objectKind: 'submission',
          objectId: id,
          objectLabel: '',
          processId: dossier.processId,
        })
      })
    await write(`${long} Autre fin. a@exemple.fr`)
    expect(await raised(id)).toEqual({})
    await write(`${long} b@exemple.fr`)
    expect(await raised(id)).toEqual({ 'personal-data': ['b@exemple.fr'] })
  })

  it('of deposits that came otherwise are caught up, with progress, and again after another tuning', async () => {
    const ids = [await deposit(long), await deposit(long)]
    await dossier.database.db.deleteFrom('signal_check').execute()
    expect(await signalsService.pending({ processId: dossier.processId }, call)).toBe(2)
    const steps: number[] = []
    const watched = { ...call, progress: (_step: string, done: number) => void steps.push(done) }
    expect(await signalsService.catchUp({ processId: dossier.processId }, watched)).toEqual({ read: 2 })
    expect(steps).toEqual([2])
    expect(await signalsService.pending({ processId: dossier.processId }, call)).toBe(0)

    const { settings, version } = await signalsService.settings({ processId: dossier.processId }, call)
    const saved = await signalsService.saveSettings(
      { processId: dossier.processId, version, settings: { ...settings, fewestWords: 40 } },
      call,
    )
    expect(saved.version).toBe(1)
    expect(await signalsService.pending({ processId: dossier.processId }, call)).toBe(2)
    await signalsService.catchUp({ processId: dossier.processId }, call)
    for (const id of ids) expect(Object.keys(await raised(id))).toEqual(['too-short'])
    await journalService.undoLast({}, call)
    await signalsService.catchUp({ processId: dossier.processId }, call)
    for (const id of ids) expect(await raised(id)).toEqual({})
  })

  it('count the deposits of one person by e-mail or telephone, and not namesakes', async () => {
    const mail = { authorName: 'Jeanne Petit', authorEmail: 'jeanne@exemple.fr' }
    const first = await deposit(long, mail)
    for (const authorEmail of ['Jeanne@exemple.fr', 'jeanne+bp@exemple.fr'])
      await deposit(long, { authorName: 'J. Petit', authorEmail })
    await deposit(long, { authorName: 'Jeanne Petit', authorEmail: 'autre@exemple.fr' })
    expect(await raised(first)).toEqual({})
    const fourth = await deposit(long, mail)
    expect(await raised(first)).toEqual({})
    expect(await raised(fourth)).toEqual({ 'same-author': ['BP26-0001', 'BP26-0002', 'BP26-0003'] })
  })

  it('that others raise, copies, are left alone by what is read of the text', async () => {
    const id = await deposit(long)
    const write = { at: '2026-03-01T09:00:00.000Z', newId }
    const copy = (words: readonly string[]) =>
      dossier.database.db
        .transaction()
        .execute((trx) => replaceCopySignals(trx, dossier.database.dialect, new Map([[id, words]]), write))
    await copy(['BP26-0099'])
    await dossier.database.db.deleteFrom('signal_check').execute()
    await signalsService.catchUp({ processId: dossier.processId }, call)
    expect(await raised(id)).toEqual({ copy: ['BP26-0099'] })
    await copy([])
    expect(await raised(id)).toEqual({})
  })

  it('name the near-duplicates that a search found, until somebody judges them to be others', async () => {
    const one = await deposit(long)
    const other = await deposit(long)
    await familiesService.search(familiesContract.search.input.parse({}), call)
    expect(await raised(one)).toEqual({ copy: ['BP26-0002'] })
    expect(await raised(other)).toEqual({ copy: ['BP26-0001'] })
    await familiesService.markNotDuplicate({ oneId: one, otherId: other, reason: '' }, call)
    expect(await raised(one)).toEqual({})
    await journalService.undoLast({}, call)
    expect(await raised(other)).toEqual({ copy: ['BP26-0001'] })
  })
})
