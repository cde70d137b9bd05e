import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { journalService } from '../../../../electron/services/journal/journal.service.ts'
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
    expect(await dossier.database.reader.selectFrom('sealed_text').selectAll().execute()).toEqual([])
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
})
