import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { journalService } from '../../../../electron/services/journal/journal.service.ts'
import { newId } from '../../../../electron/services/new-id.ts'
import { projectsService } from '../../../../electron/services/projects/projects.service.ts'
import { redactionsService } from '../../../../electron/services/redactions/redactions.service.ts'
import { submissionsService } from '../../../../electron/services/submissions/submissions.service.ts'
import { givenFeasibleStudy, givenSubmission } from '../../../helpers/feasible-project.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

const phone = '06 12 34 56 78'

describeOnBothEngines('redaction', (open) => {
  let dossier: TestDossier
  let moderator: DossierCall
  let submissionId: string
  beforeEach(async () => {
    dossier = await open()
    moderator = await dossier.callAs('Camille', ['moderator', 'manager'])
    submissionId = await givenSubmission(dossier, {
      stage: 'admissible',
      title: 'Banc pour Mme Durand',
      body: `Appelez-moi au ${phone}, Durand.`,
    })
  })
  afterEach(() => dossier.close())

  const maskPassage = (passage: string) =>
    redactionsService.mask({ submissionId, passage, reason: 'Donnée personnelle' }, moderator)
  const detail = () => submissionsService.get({ submissionId }, moderator)
  const found = async (search: string) => {
    const { total } = await submissionsService.list(
      { processId: dossier.processId, search, sort: 'number', descending: false, offset: 0, limit: 10 },
      moderator,
    )
    return total
  }
  /** Everything in the database but the seal, the list of passages and the chained journal. */
  async function openTexts(): Promise<string> {
    const { reader } = dossier.database
    const tables = ['submission', 'project', 'citizen_comment', 'decision', 'note'] as const
    const rows = await Promise.all(tables.map((table) => reader.selectFrom(table).selectAll().execute()))
    return JSON.stringify(rows)
  }

  it('I15 takes the words out of the text, the lists and the search, and keeps them under seal', async () => {
    expect(await found('56 78')).toBe(1)
    await maskPassage(phone)
    await maskPassage('durand')
    expect(await detail()).toMatchObject({
      title: 'Banc pour Mme […]',
      body: '<p>Appelez-moi au […], […].</p>',
      bodyText: 'Appelez-moi au […], […].',
    })
    expect([await found('56 78'), await found('durand'), await found('banc')]).toEqual([0, 0, 1])
    expect(await openTexts()).not.toMatch(/56 78|Durand/)
    const original = await redactionsService.original({ submissionId }, moderator)
    expect([original.title, original.body]).toEqual([
      'Banc pour Mme Durand',
      `<p>Appelez-moi au ${phone}, Durand.</p>`,
    ])
  })

  it('I15 reaches the project made of it, and what the journal shows of the past', async () => {
    await givenFeasibleStudy(moderator, submissionId, 500)
    const project = await projectsService.create({ submissionIds: [submissionId] }, moderator)
    await maskPassage(phone)
    await maskPassage('Durand')
    const after = await projectsService.get({ projectId: project.id }, moderator)
    expect([after.title, after.description]).toEqual(['Banc pour Mme […]', '<p>Appelez-moi au […], […].</p>'])
    const { entries } = await journalService.list({ offset: 0, limit: 100 }, moderator)
    expect(entries.length).toBeGreaterThan(4)
    expect(JSON.stringify(entries)).not.toMatch(/Durand|56 78/)
    expect((await journalService.verify({}, moderator)).sound).toBe(true)
  })

  it('shows the words again, one passage at a time', async () => {
    await maskPassage(phone)
    const [, second] = await maskPassage('Durand')
    await redactionsService.lift({ redactionId: second?.id ?? '', reason: 'Accord reçu' }, moderator)
    expect((await detail()).bodyText).toBe('Appelez-moi au […], Durand.')
    const [first] = await redactionsService.list({ submissionId }, moderator)
    await redactionsService.lift({ redactionId: first?.id ?? '', reason: 'Accord reçu' }, moderator)
    expect(await detail()).toMatchObject({
      title: 'Banc pour Mme Durand',
      bodyText: `Appelez-moi au ${phone}, Durand.`,
    })
    expect(await dossier.database.reader.selectFrom('sealed_field').selectAll().execute()).toEqual([])
    expect(await found('durand')).toBe(1)
  })

  it('is taken back by Ctrl+Z, once', async () => {
    await maskPassage(phone)
    const { undone } = await journalService.undoLast({}, moderator)
    expect([undone?.action, (await detail()).bodyText]).toEqual([
      'redaction.mask',
      `Appelez-moi au ${phone}, Durand.`,
    ])
    expect((await journalService.undoLast({}, moderator)).undone).toBeNull()
  })

  it('refuses words that are not there, and words masked already', async () => {
    await expect(maskPassage('Lefèvre')).rejects.toMatchObject({ code: 'passage-not-found' })
    await maskPassage(phone)
    await expect(maskPassage(phone)).rejects.toMatchObject({ code: 'passage-not-found' })
    expect(await redactionsService.list({ submissionId }, moderator)).toHaveLength(1)
  })

  describe('reaches all that is shown of a proposal', () => {
    /** Puts a word wherever people write about a proposal. */
    async function everywhere(word: string): Promise<void> {
      const { db } = dossier.database
      await db
        .updateTable('submission')
        .set({ extra: JSON.stringify({ 'Votre contact': `Mme ${word}` }), address: `Chez ${word}` })
        .where('id', '=', submissionId)
        .execute()
      await db
        .insertInto('citizen_comment')
        .values({
          id: newId(),
          process_id: dossier.processId,
          submission_id: submissionId,
          source: 'test',
          external_id: '1',
          parent_external_id: null,
          author_name: word,
          body: `Je connais ${word}`,
          alignment: 0,
          depth: 0,
          created_at: null,
          content_hash: null,
          import_batch_id: null,
          extra: '{}',
        })
        .execute()
      await submissionsService.addNote({ submissionId, text: `${word} a appelé` }, moderator)
      const path = join(dossier.folder, `photo de ${word}.txt`)
      writeFileSync(path, 'x')
      await submissionsService.addAttachment(
        { submissionId, path, alternativeText: `${word} devant son banc`, credit: word },
        moderator,
      )
      await submissionsService.decide(
        {
          submissionId,
          verdict: 'reopened',
          reasons: [],
          rationale: `Rouverte à la demande de ${word}`,
          redirectedTo: null,
        },
        moderator,
      )
    }

    it('I15 form fields, comments, notes, answers and names of files, and gives all of it back', async () => {
      await everywhere('Lefèvre')
      const before = await detail()
      await maskPassage('lefevre')
      expect(JSON.stringify(await detail())).not.toMatch(/lef[eè]vre/i)
      expect((await redactionsService.list({ submissionId }, moderator))[0]?.occurrences).toBe(9)
      const { entries } = await journalService.list({ offset: 0, limit: 100 }, moderator)
      expect(JSON.stringify(entries)).not.toMatch(/lef[eè]vre/i)
      await journalService.undoLast({}, moderator)
      expect({ ...(await detail()), version: 0 }).toEqual({ ...before, version: 0 })
    })

    it('I15 a note and an answer that repeat a masked word, and an older text that undo brings back', async () => {
      const { version } = await detail()
      await submissionsService.classify({ submissionId, version, address: '4 rue Durand' }, moderator)
      await submissionsService.classify(
        { submissionId, version: version + 1, address: 'place de la Mairie' },
        moderator,
      )
      const other = await dossier.callAs('Dominique', ['moderator'])
      await redactionsService.mask({ submissionId, passage: 'Durand', reason: 'Nom de Durand' }, other)
      await submissionsService.addNote({ submissionId, text: 'DURAND rappelle demain' }, moderator)
      expect((await detail()).notes[0]?.text).toBe('[…] rappelle demain')
      expect((await redactionsService.list({ submissionId }, other))[0]?.reason).toBe('Nom de […]')
      await journalService.undoLast({}, moderator)
      expect((await detail()).address).toBe('4 rue […]')
      await journalService.undoLast({}, other)
      expect(await detail()).toMatchObject({ address: '4 rue Durand', title: 'Banc pour Mme Durand' })
    })

    it('I15 the search in the journal, which finds nothing by a masked word', async () => {
      await submissionsService.addNote({ submissionId, text: 'vu' }, moderator)
      const labelled = async (search: string) =>
        (await journalService.list({ search, offset: 0, limit: 10 }, moderator)).total
      expect([await labelled('durand'), await labelled('banc')]).toEqual([1, 1])
      await maskPassage('Durand')
      expect([await labelled('durand'), await labelled('banc')]).toEqual([0, 2])
    })
  })

  it('masks many passages in one act, which Ctrl+Z takes back as one', async () => {
    const masked = await redactionsService.maskAll(
      { submissionId, passages: ['Durand', phone, 'Mme Durand', 'inconnu'], reason: 'Donnée personnelle' },
      moderator,
    )
    expect(masked).toHaveLength(3)
    expect(await detail()).toMatchObject({ title: 'Banc pour […]', bodyText: 'Appelez-moi au […], […].' })
    await journalService.undoLast({}, moderator)
    expect(await detail()).toMatchObject({
      title: 'Banc pour Mme Durand',
      bodyText: `Appelez-moi au ${phone}, Durand.`,
    })
    expect(await redactionsService.list({ submissionId }, moderator)).toEqual([])
  })

  it('masks again what was shown, when that is taken back', async () => {
    const [made] = await maskPassage('Durand')
    await redactionsService.lift({ redactionId: made?.id ?? '', reason: 'Accord reçu' }, moderator)
    expect((await detail()).title).toBe('Banc pour Mme Durand')
    const { undone } = await journalService.undoLast({}, moderator)
    expect([undone?.action, (await detail()).title]).toEqual(['redaction.lift', 'Banc pour Mme […]'])
    expect(await redactionsService.list({ submissionId }, moderator)).toEqual([made])
  })

  it('suggests the personal data found in any text, and none that is masked', async () => {
    await submissionsService.addNote({ submissionId, text: 'Écrire à p.durand@exemple.fr' }, moderator)
    expect(await redactionsService.suggestions({ submissionId }, moderator)).toEqual([
      { passage: phone, occurrences: 1 },
      { passage: 'p.durand@exemple.fr', occurrences: 1 },
    ])
    await maskPassage(phone)
    expect(await redactionsService.suggestions({ submissionId }, moderator)).toHaveLength(1)
  })

  it('gives the project its words back, unless somebody has written others', async () => {
    await givenFeasibleStudy(moderator, submissionId, 500)
    const project = await projectsService.create({ submissionIds: [submissionId] }, moderator)
    const [made] = await maskPassage('Durand')
    await redactionsService.lift({ redactionId: made?.id ?? '', reason: 'Accord reçu' }, moderator)
    const { title, description } = await projectsService.get({ projectId: project.id }, moderator)
    expect([title, description]).toEqual([project.title, project.description])
  })
})
