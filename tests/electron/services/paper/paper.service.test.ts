import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { PDFDocument } from 'pdf-lib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { journalService } from '../../../../electron/services/journal/journal.service.ts'
import { paperService } from '../../../../electron/services/paper/paper.service.ts'
import { redactionsService } from '../../../../electron/services/redactions/redactions.service.ts'
import { submissionsService } from '../../../../electron/services/submissions/submissions.service.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

const market = {
  eventKind: 'market',
  eventName: 'Stand du marché',
  meetingId: null,
  heldOn: '2026-02-28',
  place: 'Place du marché',
  collectedBy: 'Sophie',
  channel: 'paper',
  formCount: 12,
  handedOut: null,
} as const

const typed = {
  title: 'Un banc',
  body: 'Devant l’école.',
  authorName: 'Mme Durand',
  authorEmail: null,
  authorPhone: '06 12 34 56 78',
  authorAddress: null,
  channel: 'paper',
  themeId: null,
  districtId: null,
  address: null,
  latitude: null,
  longitude: null,
  declaredCost: null,
  answers: {},
} as const

describeOnBothEngines('proposals on paper', (open) => {
  let dossier: TestDossier
  let desk: DossierCall
  let processId: string
  beforeEach(async () => {
    dossier = await open()
    desk = await dossier.callAs('Camille', ['moderator', 'manager'])
    processId = dossier.processId
  })
  afterEach(() => dossier.close())

  const newBatch = (part: Omit<Partial<typeof market>, 'formCount'> & { formCount?: number } = {}) =>
    paperService.createBatch({ processId, ...market, ...part }, desk)
  const enter = (batchId: string | null, formNumber: number | null, title = 'Un banc') =>
    paperService.enter({ processId, batchId, formNumber, ...typed, title }, desk)
  const setAside = (batchId: string, numbers: number[], reason = 'Emporté') =>
    paperService.setAside({ batchId, numbers, state: 'not-returned', reason }, desk)
  const undo = () => journalService.undoLast({}, desk)

  it('gives each batch a code of its own that tells the town', async () => {
    const codes = [(await newBatch()).code, (await newBatch()).code]
    expect(codes.every((code) => /^ROU-A[12]-[0-9A-Z]$/.test(code))).toBe(true)
    expect(new Set(codes).size).toBe(2)
  })

  it('enters a form under its number, and shows where the proposal came from', async () => {
    const batch = await newBatch()
    const entered = await enter(batch.id, 7)
    expect(entered).toMatchObject({ reference: 'BP26-0001', formNumber: 7, title: 'Un banc' })
    const detail = await submissionsService.get({ submissionId: entered.submissionId }, desk)
    expect(detail).toMatchObject({ channel: 'paper', authorPhone: '06 12 34 56 78', stage: 'submitted' })
    expect(await paperService.origin({ submissionId: entered.submissionId }, desk)).toMatchObject({
      code: batch.code,
      eventName: 'Stand du marché',
      formNumber: 7,
    })
  })

  it('refuses a number that is taken, set aside, beyond the batch, or not given, and enters nothing', async () => {
    const batch = await newBatch()
    await enter(batch.id, 7)
    await setAside(batch.id, [8])
    await expect(enter(batch.id, 7)).rejects.toMatchObject({
      code: 'form-number-taken',
      parameters: { number: 7, code: batch.code, reference: 'BP26-0001' },
    })
    await expect(enter(batch.id, 8)).rejects.toMatchObject({ code: 'form-number-set-aside' })
    await expect(enter(batch.id, 13)).rejects.toMatchObject({ code: 'form-number-out-of-range' })
    await expect(enter(batch.id, null)).rejects.toMatchObject({ code: 'form-number-missing' })
    expect((await enter(batch.id, 9)).reference).toBe('BP26-0002')
  })

  it('lists exactly the numbers of which nothing is known, whatever is entered, set aside, taken back or undone', async () => {
    const step = fc.oneof(
      fc.record({ act: fc.constant('enter' as const), number: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ act: fc.constant('aside' as const), number: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ act: fc.constant('back' as const), number: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ act: fc.constant('undo' as const), number: fc.constant(0) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { id } = await newBatch()
        // What a clerk with a pencil would hold: number by number, and what the last undoable act did.
        const known = new Map<number, 'entered' | 'aside'>()
        const undoable: (() => void)[] = []
        for (const { act, number } of steps) {
          if (act === 'enter' && !known.has(number)) {
            await enter(id, number)
            known.set(number, 'entered')
          } else if (act === 'aside' && !known.has(number)) {
            await setAside(id, [number])
            known.set(number, 'aside')
            undoable.push(() => known.delete(number))
          } else if (act === 'back' && known.get(number) === 'aside') {
            await paperService.takeBack({ batchId: id, numbers: [number] }, desk)
            known.delete(number)
            undoable.push(() => known.set(number, 'aside'))
          } else if (act === 'undo') {
            const back = undoable.pop()
            if (back === undefined) continue
            // A number that was entered since cannot be set aside again: the undo is refused and nothing changes.
            const before = new Map(known)
            back()
            const overtaken = [...before].some(
              ([key, state]) => state === 'entered' && known.get(key) !== 'entered',
            )
            if (overtaken) {
              for (const [key, state] of before) known.set(key, state)
              await expect(undo()).rejects.toMatchObject({ code: 'form-number-taken' })
              return
            }
            await undo()
          }
        }
        const batch = await paperService.batch({ batchId: id }, desk)
        const free = Array.from({ length: 12 }, (_, index) => index + 1).filter((each) => !known.has(each))
        expect(batch.missing).toEqual(free)
        expect(batch.totals.missing).toBe(free.length)
        expect(batch.totals.entered).toBe([...known.values()].filter((state) => state === 'entered').length)
      }),
      { numRuns: 12 },
    )
    expect((await journalService.verify({}, desk)).sound).toBe(true)
  }, 60_000)

  it('closes a batch only when nothing is missing, and opens it again for a reason that stays in the journal', async () => {
    const batch = await newBatch({ formCount: 3 })
    await enter(batch.id, 1)
    await expect(
      paperService.close({ batchId: batch.id, version: batch.version }, desk),
    ).rejects.toMatchObject({
      code: 'batch-has-missing',
      parameters: { numbers: '2–3' },
    })
    await setAside(batch.id, [2, 3])
    const closed = await paperService.close({ batchId: batch.id, version: batch.version }, desk)
    expect([closed.closedByName, closed.missing]).toEqual(['Camille', []])
    await expect(enter(batch.id, 3)).rejects.toMatchObject({ code: 'batch-closed' })
    await expect(paperService.takeBack({ batchId: batch.id, numbers: [2] }, desk)).rejects.toMatchObject({
      code: 'batch-closed',
    })
    const again = await paperService.reopen(
      { batchId: batch.id, version: closed.version, reason: 'Un formulaire retrouvé' },
      desk,
    )
    expect(again.closedAt).toBeNull()
    const { entries } = await journalService.list({ offset: 0, limit: 3 }, desk)
    expect([entries[0]?.action, entries[0]?.reason]).toEqual(['paper.reopen', 'Un formulaire retrouvé'])
    await undo()
    expect((await paperService.batch({ batchId: batch.id }, desk)).closedByName).toBe('Camille')
  })

  it('never shrinks a batch under a number that is known', async () => {
    const batch = await newBatch()
    await enter(batch.id, 9)
    const { id: batchId, version } = batch
    await expect(
      paperService.updateBatch({ batchId, version, ...market, formCount: 8 }, desk),
    ).rejects.toMatchObject({ code: 'batch-range-too-short' })
    const larger = await paperService.updateBatch({ batchId, version, ...market, formCount: 30 }, desk)
    expect(larger.totals).toMatchObject({ printed: 30, entered: 1, missing: 29 })
    await undo()
    expect((await paperService.batch({ batchId }, desk)).totals.printed).toBe(12)
  })

  it('asks the questions of the démarche, and keeps the answers with the proposal', async () => {
    const { version } = await paperService.questions({ processId }, desk)
    const saved = await paperService.saveQuestions(
      {
        processId,
        version,
        questions: [
          { label: 'Pour qui ?', help: '', kind: 'choice', choices: ['Enfants', 'Tous'], required: true },
          { label: 'Depuis quand ?', help: '', kind: 'short', choices: [], required: false },
        ],
      },
      desk,
    )
    const [first] = saved.questions
    await expect(enter(null, null)).rejects.toMatchObject({
      code: 'answer-missing',
      parameters: { question: 'Pour qui ?' },
    })
    const entered = await paperService.enter(
      { processId, batchId: null, formNumber: null, ...typed, answers: { [first?.id ?? '']: 'Tous' } },
      desk,
    )
    const { extra } = await submissionsService.get({ submissionId: entered.submissionId }, desk)
    expect(extra).toEqual({ 'Pour qui ?': 'Tous' })
    const again = await paperService.typed({ submissionId: entered.submissionId }, desk)
    expect(again.answers).toEqual({ [first?.id ?? '']: 'Tous' })
  })

  it('corrects what was mistyped, finds it by its new words, and takes the correction back', async () => {
    const { submissionId } = await enter(null, null, 'Un bnac')
    const { version } = await paperService.typed({ submissionId }, desk)
    await paperService.correct(
      { submissionId, version, ...typed, title: 'Un banc', authorPhone: '06 00 00 00 00' },
      desk,
    )
    const found = async (search: string) =>
      (
        await submissionsService.list(
          { processId, search, sort: 'number', descending: false, offset: 0, limit: 5 },
          desk,
        )
      ).total
    expect([await found('bnac'), await found('banc')]).toEqual([0, 1])
    const { entries } = await journalService.list({ offset: 0, limit: 10 }, desk)
    expect(JSON.stringify(entries)).not.toContain('06 00')
    await undo()
    expect([await found('bnac'), await found('banc')]).toEqual([1, 0])
  })

  it('corrects nothing once it was decided or masked', async () => {
    const decided = await enter(null, null)
    const masked = await enter(null, null)
    await submissionsService.decide(
      {
        submissionId: decided.submissionId,
        verdict: 'admissible',
        reasons: [],
        rationale: '',
        redirectedTo: null,
      },
      desk.person?.name === 'Camille' ? await dossier.callAs('Dominique', ['moderator']) : desk,
    )
    await redactionsService.mask(
      { submissionId: masked.submissionId, passage: 'école', reason: 'Donnée personnelle' },
      desk,
    )
    for (const { submissionId } of [decided, masked]) {
      const { version } = await paperService.typed({ submissionId }, desk)
      await expect(
        paperService.correct({ submissionId, version, ...typed, body: 'Autre' }, desk),
      ).rejects.toMatchObject({ code: 'form-decided' })
    }
  })

  it('keeps what is being typed for the one who types it, until the form is entered', async () => {
    const other = await dossier.callAs('Dominique', ['moderator'])
    await paperService.saveDraft({ processId, value: '{"title":"Un b"}' }, desk)
    await paperService.saveDraft({ processId, value: '{"title":"Un banc"}' }, desk)
    expect((await paperService.draft({ processId }, desk))?.value).toBe('{"title":"Un banc"}')
    expect(await paperService.draft({ processId }, other)).toBeNull()
    await enter(null, null)
    expect(await paperService.draft({ processId }, desk)).toBeNull()
  })

  it('I15 does not bring masked words back with the draft of a correction', async () => {
    const { submissionId } = await enter(null, null)
    await paperService.saveDraft(
      { processId, value: JSON.stringify({ submissionId, body: 'Devant l’école.' }) },
      desk,
    )
    await redactionsService.mask({ submissionId, passage: 'école', reason: 'Donnée personnelle' }, desk)
    expect(await paperService.draft({ processId }, desk)).toBeNull()
  })

  it('I15 makes receipts once they are handed over, with masked words masked', async () => {
    const first = await enter(null, null, 'Un banc pour Durand')
    await enter(null, null)
    await redactionsService.mask(
      { submissionId: first.submissionId, passage: 'Durand', reason: 'Donnée personnelle' },
      desk,
    )
    const printed: string[] = []
    let opens = false
    const clerk = {
      ...desk,
      ports: {
        ...desk.ports,
        printer: {
          async print({ htmlPath }: { readonly htmlPath: string }) {
            printed.push(await readFile(htmlPath, 'utf8'))
            const page = await PDFDocument.create()
            page.addPage()
            return page.save()
          },
        },
        opener: {
          open: () => (opens ? Promise.resolve() : Promise.reject(new Error('no reader of PDF files'))),
          showInFolder: () => Promise.resolve(),
        },
      },
    }
    const waiting = () => paperService.withoutReceipt({ processId, batchId: null }, desk)
    const one = { submissionIds: [first.submissionId], language: 'fr' as const }
    await expect(paperService.openReceipts(one, clerk)).rejects.toThrow('no reader')
    expect(await waiting()).toHaveLength(2)
    opens = true
    await paperService.openReceipts(one, clerk)
    expect(await waiting()).toHaveLength(1)
    expect(printed.at(-1)).toContain('Un banc pour […]')
    expect(printed.join(' ')).not.toContain('pour Durand')
  })

  it('puts imported proposals under their form numbers', async () => {
    const batch = await newBatch()
    const { submissionId } = await enter(null, null)
    const linked = await paperService.linkForms(
      { batchId: batch.id, forms: [{ number: 4, submissionId }] },
      desk,
    )
    expect(linked.forms).toMatchObject([{ number: 4, state: 'entered', reference: 'BP26-0001' }])
    expect((await paperService.entered({ processId, batchId: null, limit: 30 }, desk)).total).toBe(0)
  })

  it('keeps a scan beside its form, for those who may read what is masked', async () => {
    const batch = await newBatch()
    const { submissionId } = await enter(batch.id, 2)
    const path = join(dossier.folder, 'scan.pdf')
    await writeFile(path, '%PDF-1.7 …')
    const { scans } = await paperService.addScan({ batchId: batch.id, formNumber: 2, path }, desk)
    const scanId = scans[0]?.id ?? ''
    expect((await paperService.scan({ scanId }, desk)).mediaType).toBe('application/pdf')
    expect((await paperService.origin({ submissionId }, desk))?.scan?.id).toBe(scanId)
    const reader = await dossier.callAs('Élu', ['reader'])
    expect((await paperService.batch({ batchId: batch.id }, reader)).scans).toEqual([])
    expect((await paperService.origin({ submissionId }, reader))?.scan).toBeNull()
    await writeFile(path, 'MZ program')
    await expect(
      paperService.addScan({ batchId: batch.id, formNumber: null, path }, desk),
    ).rejects.toMatchObject({ code: 'scan-unknown' })
    const without = await paperService.removeScan({ scanId, reason: 'Mauvaise page' }, desk)
    expect(without.scans).toEqual([])
  })
})
