import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { verifyJournal } from '../../../../electron/data/journal/journal.repository.ts'
import { moderationRows } from '../../../../electron/data/read-models/report-rows.query.ts'
import type { PdfPrinter } from '../../../../electron/ports.ts'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { journalService } from '../../../../electron/services/journal/journal.service.ts'
import { lettersService } from '../../../../electron/services/letters/letters.service.ts'
import { redactionsService } from '../../../../electron/services/redactions/redactions.service.ts'
import { submissionsService } from '../../../../electron/services/submissions/submissions.service.ts'
import type { RefusalReason } from '../../../../shared/domain/moderation/refusal-reason.ts'
import type { Verdict } from '../../../../shared/domain/moderation/verdict.ts'
import { createTranslator } from '../../../../shared/messages/translator.ts'
import { givenSubmission } from '../../../helpers/feasible-project.ts'
import { importContent } from '../../../helpers/import-file.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

const t = createTranslator('fr')
const paper = { single: true, together: true, duplex: true } as const

describeOnBothEngines('letters', (open) => {
  let dossier: TestDossier
  let officer: DossierCall
  let manager: DossierCall
  let printed: string[]
  let out: string
  beforeEach(async () => {
    dossier = await open()
    printed = []
    const printer: PdfPrinter = {
      async print({ htmlPath }) {
        const html = readFileSync(htmlPath, 'utf8')
        printed.push(html)
        return blankLetters(html.split('<article').length - 1)
      },
    }
    const call = await dossier.callAs('Camille Durand', ['moderator'])
    officer = { ...call, ports: { ...call.ports, printer } }
    manager = await dossier.callAs('Noé Morel', ['manager'])
    out = join(dossier.folder, 'sortie')
    mkdirSync(out)
  })
  afterEach(() => dossier.close())

  async function given(
    fields: Parameters<typeof givenSubmission>[1] & { address?: string; email?: string } = {},
  ): Promise<string> {
    const id = await givenSubmission(dossier, fields)
    await dossier.database.db
      .updateTable('submission')
      .set({ author_address: fields.address ?? null, author_email: fields.email ?? null })
      .where('id', '=', id)
      .execute()
    return id
  }
  const decide = (
    submissionId: string,
    verdict: Verdict,
    more: { reasons?: RefusalReason[]; rationale?: string } = {},
  ) =>
    submissionsService.decide(
      {
        submissionId,
        verdict,
        reasons: more.reasons ?? [],
        rationale: more.rationale ?? '',
        redirectedTo: null,
      },
      officer,
    )
  const filter = () => ({ processId: dossier.processId, state: 'to-write' as const })
  const list = (more: object = {}) =>
    lettersService.list({ ...filter(), offset: 0, limit: 100, ...more }, officer)
  async function letterOf(submissionId: string) {
    const { rows } = await list()
    const row = rows.find((candidate) => candidate.submissionId === submissionId)
    if (row === undefined) throw new Error('No letter is owed')
    return lettersService.get({ submissionId, kind: row.kind, event: row.event }, officer)
  }
  const produce = (channel: 'post' | 'email' | 'platform', more: object = {}) =>
    lettersService.produce(
      { filter: { processId: dossier.processId }, channel, folder: out, ...paper, ...more },
      officer,
    )

  it('says what is owed to whom, and how each can be reached', async () => {
    const posted = await given({ address: '3 rue Basse\n59100 Roubaix' })
    const mailed = await given({ email: 'ana@exemple.fr' })
    await given()
    await decide(posted, 'admissible')
    await decide(mailed, 'inadmissible', { reasons: ['no-land'], rationale: 'Non.' })
    const { rows, total } = await list()
    expect([total, ...rows.map(({ kind, channel }) => [kind, channel])]).toEqual([
      3,
      ['admissible', 'post'],
      ['inadmissible', 'email'],
      ['acknowledgement', null],
    ])
    expect(await lettersService.counts(filter(), officer)).toEqual({
      toWrite: 3,
      toSend: 0,
      sent: 0,
      byKind: { admissible: 1, inadmissible: 1, acknowledgement: 1 },
      byChannel: { post: 1, email: 1, platform: 0, none: 1 },
    })
    expect((await list({ channels: ['none'] })).total).toBe(1)
    expect((await list({ kinds: ['admissible'], search: 'proposition' })).total).toBe(1)
  })

  it('tells a refusal once: the officer’s reason, the article, what may come next, without thanking twice', async () => {
    await manager.database.db
      .updateTable('rulebook')
      .set({ criteria: JSON.stringify([{ reason: 'no-land', article: 'Article 3' }]) })
      .where('id', '=', dossier.rulebookId)
      .execute()
    const id = await given({ title: 'Un verger {contact} $& partagé', address: '3 rue Basse\n59100 Roubaix' })
    const sentence = t('submissions.reasonSentence.no-land')
    await decide(id, 'inadmissible', {
      reasons: ['no-land'],
      rationale: [
        t('submissions.answer.inadmissible.one', { title: 'Un verger {contact} $& partagé' }),
        t('submissions.answer.withArticle', { sentence, article: 'Article 3' }),
        'Le terrain est une copropriété.',
        t('submissions.answer.contact'),
      ].join('\n\n'),
    })
    const { subject, body } = await letterOf(id)
    expect(subject).toBe('Réponse à votre proposition n°\u00a0BP26-0001')
    expect(body.split('\n\n')).toEqual([
      'Madame, Monsieur,',
      'Nous vous remercions d’avoir déposé, dans le cadre de la démarche «\u00a0Budget participatif 2026\u00a0», la proposition n°\u00a0BP26-0001, intitulée «\u00a0Un verger {contact} $& partagé\u00a0», que nous avons reçue le 1er février 2026.',
      'Votre proposition a été examinée au regard du règlement de la démarche. Nous avons le regret de vous informer qu’elle n’a pas pu être déclarée recevable, pour le motif suivant\u00a0: emprise indisponible ou privée.',
      sentence,
      'Le terrain est une copropriété.',
      'Cette décision se fonde sur le règlement de la démarche (article 3).',
      'Si vous connaissez un autre emplacement, sur un terrain ou dans un bâtiment géré par la commune, nous l’étudierons volontiers lors d’une prochaine édition.',
      'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
    ])
  })

  it('asks for precisions until the day that the officer gave', async () => {
    const id = await given()
    await decide(id, 'incomplete', {
      rationale: t('submissions.answer.incomplete.points', {
        date: '12 mars 2026',
        points: '– le lieu exact\n– la surface',
      }),
    })
    const { body } = await letterOf(id)
    expect(body).toContain(
      'nous préciser, avant le 12 mars 2026\u00a0:\n\n– le lieu exact\n– la surface\n\nVous pouvez',
    )
    expect(body.match(/remerci/g)).toHaveLength(2)
  })

  it('writes to everybody grouped under a proposal, each under their own number', async () => {
    const lead = await given({ title: 'Des arbres', address: '1 rue Haute\n59100 Roubaix' })
    const member = await given({ title: 'Des platanes', address: '2 rue Haute\n59100 Roubaix' })
    await submissionsService.merge({ submissionId: member, intoSubmissionId: lead, rationale: '' }, officer)
    expect((await letterOf(member)).body).toContain('n°\u00a0BP26-0001 «\u00a0Des arbres\u00a0»')
    await decide(lead, 'inadmissible', { reasons: ['technical'], rationale: 'Des réseaux passent dessous.' })
    const letters = [await letterOf(lead), await letterOf(member)]
    expect(letters.map(({ kind, reference }) => [kind, reference])).toEqual([
      ['inadmissible', 'BP26-0001'],
      ['inadmissible', 'BP26-0002'],
    ])
    expect(letters[1]?.body).toContain('Des platanes')
    expect(letters[1]?.body).toContain('Des réseaux passent dessous.')
  })

  it('makes a file for each person and one to print, remembers the words, and owes nothing more', async () => {
    const id = await given({ authorName: 'Éloïse Dupont', address: '3 rue Basse\n59100 Roubaix' })
    const other = await given({ authorName: 'Jo Petit', address: '4 rue Basse\n59100 Roubaix' })
    await given({ authorName: 'Sans Adresse' })
    await decide(id, 'admissible')
    const batch = await produce('post', {
      submissionIds: [...(await lettersService.matchingIds(filter(), officer)).submissionIds],
    })
    expect(batch).toMatchObject({ letters: 2, unreachable: ['BP26-0003'] })
    expect(readdirSync(batch.folder).sort()).toEqual([
      'A-imprimer.pdf',
      'BP26-0001_Éloïse-Dupont.pdf',
      'BP26-0002_Jo-Petit.pdf',
    ])
    expect((await list()).rows.map(({ reference }) => reference)).toEqual(['BP26-0003'])
    const { letters, owed } = await lettersService.ofSubmission({ submissionId: id }, officer)
    expect(owed).toBeNull()
    expect(letters).toMatchObject([
      {
        kind: 'admissible',
        channel: 'post',
        recipientName: 'Éloïse Dupont',
        recipientAddress: '3 rue Basse\n59100 Roubaix',
        producedByName: 'Camille Durand',
        writtenOn: '2026-03-01',
        sentOn: null,
        fileName: 'BP26-0001_Éloïse-Dupont.pdf',
      },
    ])
    // A later decision is a new letter; the one that was made stays as it was.
    await lettersService.saveSettings(
      {
        ...(await lettersService.settings({ processId: dossier.processId }, manager)),
        processId: dossier.processId,
        service: 'Un autre service',
      },
      manager,
    )
    const asMade = printed.find((html) => html.includes('BP26-0001') && !html.includes('BP26-0002')) ?? ''
    printed.length = 0
    const again = await lettersService.reprint(
      { letterIds: letters.flatMap(({ letterId }) => letterId ?? []), folder: out },
      officer,
    )
    expect(again.folder).not.toBe(batch.folder)
    expect(printed[0]).toBe(asMade)
    expect((await lettersService.ofSubmission({ submissionId: other }, officer)).letters).toHaveLength(1)
    expect(await verifyJournal(dossier.database.reader)).toMatchObject({ sound: true })
  })

  it('takes a batch back as one act, unless a letter went', async () => {
    const id = await given({ address: '3 rue Basse\n59100 Roubaix' })
    await produce('post')
    await journalService.undoLast({}, officer)
    expect((await list()).total).toBe(1)
    await produce('post')
    const made = (await lettersService.ofSubmission({ submissionId: id }, officer)).letters
    const letterIds = made.flatMap(({ letterId }) => letterId ?? [])
    await lettersService.markSent({ letterIds, sentOn: '2026-03-02' }, officer)
    expect((await lettersService.counts({ ...filter(), state: 'sent' }, officer)).sent).toBe(1)
    for await (const row of moderationRows(dossier.database.reader, dossier.processId))
      expect(row.answeredOn).toBe('2026-03-02')
    await expect(lettersService.withdraw({ letterIds }, officer)).rejects.toMatchObject({
      code: 'letter-sent',
    })
    await journalService.undoLast({}, officer)
    expect((await lettersService.ofSubmission({ submissionId: id }, officer)).letters[0]?.sentOn).toBeNull()
    await lettersService.withdraw({ letterIds }, officer)
    expect((await list()).total).toBe(1)
  })

  it('owes a new letter when a decision is taken back and taken again', async () => {
    const id = await given({ address: '3 rue Basse\n59100 Roubaix' })
    await decide(id, 'admissible')
    await produce('post')
    expect((await list()).total).toBe(0)
    await decide(id, 'reopened', { rationale: 'Pièce reçue.' })
    await decide(id, 'inadmissible', { reasons: ['no-land'], rationale: 'Non.' })
    expect((await list()).rows).toMatchObject([{ kind: 'inadmissible' }])
    expect((await lettersService.ofSubmission({ submissionId: id }, officer)).letters).toHaveLength(1)
  })

  it('keeps the words that somebody gave one letter, and goes back to the text', async () => {
    const id = await given({ address: '3 rue Basse\n59100 Roubaix' })
    const { subject, body, kind, event } = await letterOf(id)
    const key = { submissionId: id, kind, event }
    const saved = await lettersService.saveDraft(
      { ...key, subject, body: 'Chère voisine,', channel: 'post' },
      officer,
    )
    expect(saved).toMatchObject({ body: 'Chère voisine,', drafted: true, channel: 'post' })
    await produce('post')
    expect(printed[0]).toContain('Chère voisine,')
    await journalService.undoLast({}, officer)
    expect((await letterOf(id)).body).toBe(body)
  })

  it('writes versions of a text, names an unknown field, restores and gives back', async () => {
    const id = await given({ address: '3 rue Basse\n59100 Roubaix' })
    await decide(id, 'inadmissible', { reasons: ['no-land'], rationale: 'Non.' })
    const topic = { processId: dossier.processId, kind: 'inadmissible' as const, reason: 'no-land' as const }
    await expect(
      lettersService.saveTemplate(
        { ...topic, basedOn: 0, subject: 'Objet', body: 'Bonjour {prénom}' },
        manager,
      ),
    ).rejects.toMatchObject({ code: 'letter-field-unknown', parameters: { name: 'prénom' } })
    await lettersService.saveTemplate(
      { ...topic, basedOn: 0, subject: 'Objet', body: 'Premier {référence}' },
      manager,
    )
    await expect(
      lettersService.saveTemplate({ ...topic, basedOn: 0, subject: 'Objet', body: 'Autre' }, manager),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await lettersService.saveTemplate({ ...topic, basedOn: 1, subject: 'Objet', body: 'Second' }, manager)
    expect((await lettersService.templateVersions(topic, officer)).map(({ number }) => number)).toEqual([
      2, 1, 0,
    ])
    expect(await letterOf(id)).toMatchObject({ body: 'Second', templateNumber: 2, templateReason: 'no-land' })
    await journalService.undoLast({}, manager)
    expect((await letterOf(id)).body).toBe('Premier BP26-0001')
    await lettersService.dropTemplate(topic, manager)
    expect((await letterOf(id)).body).toContain('n’a pas pu être déclarée recevable')
    await lettersService.saveTemplate(
      { ...topic, reason: null, basedOn: 0, subject: 'Objet', body: 'Général' },
      manager,
    )
    expect(await letterOf(id)).toMatchObject({ body: 'Général', templateReason: null, templateNumber: 1 })
  })

  it('drafts e-mails, and refuses an address that hides a header without leaving anything behind', async () => {
    const id = await given({ email: 'ana@exemple.fr', authorName: 'Ana Léger' })
    const batch = await produce('email')
    expect(readdirSync(batch.folder)).toEqual(['BP26-0001_Ana-Léger.eml'])
    await journalService.undoLast({}, officer)
    await dossier.database.db
      .updateTable('submission')
      .set({ author_email: 'ana@exemple.fr\r\nBcc: tous@exemple.fr' })
      .where('id', '=', id)
      .execute()
    const before = readdirSync(out)
    await expect(produce('email')).rejects.toMatchObject({ code: 'mail-address-invalid' })
    expect(readdirSync(out)).toEqual(before)
    expect((await list()).total).toBe(1)
  })

  it('answers on the platform with the motivated answer alone', async () => {
    const id = await given()
    await dossier.database.db
      .updateTable('submission')
      .set({ source: 'decidim', external_id: '712', component_id: '9' })
      .where('id', '=', id)
      .execute()
    expect((await list()).rows[0]?.channel).toBeNull()
    await decide(id, 'inadmissible', { reasons: ['no-land'], rationale: 'Le terrain est privé.' })
    expect((await list()).rows[0]?.channel).toBe('platform')
    const batch = await produce('platform')
    expect(readFileSync(batch.path ?? '', 'utf8')).toContain(
      '"712";"rejected";"rejected";"<p>Le terrain est privé.</p>"',
    )
    expect((await lettersService.ofSubmission({ submissionId: id }, officer)).letters).toMatchObject([
      { channel: 'platform', body: 'Le terrain est privé.' },
    ])
  })

  it('I15 masks words in letters that were made, for good', async () => {
    const id = await given({ title: 'Le banc de Monsieur Zyx', address: '3 rue Basse\n59100 Roubaix' })
    await produce('post')
    await redactionsService.mask(
      { submissionId: id, passage: 'Monsieur Zyx', reason: 'Nom d’un tiers' },
      officer,
    )
    const [letter] = (await lettersService.ofSubmission({ submissionId: id }, officer)).letters
    expect(letter?.body).not.toContain('Zyx')
    expect(letter?.body).toContain('Le banc de')
    printed.length = 0
    await lettersService.reprint({ letterIds: [letter?.letterId ?? ''], folder: out }, officer)
    expect(printed.join('')).not.toContain('Zyx')
  })

  it('writes down how to reach a proposer, and nothing of it in the journal', async () => {
    const id = await given()
    const { version } = await submissionsService.get({ submissionId: id }, officer)
    await lettersService.saveContact(
      {
        submissionId: id,
        version,
        authorEmail: ' ',
        authorPhone: null,
        authorAddress: '3 rue Basse\n59100 Roubaix',
      },
      officer,
    )
    expect((await list()).rows[0]?.channel).toBe('post')
    const { entries } = await journalService.list({ objectId: id, offset: 0, limit: 10 }, manager)
    expect(JSON.stringify(entries)).not.toContain('rue Basse')
    expect(entries[0]).toMatchObject({ action: 'submission.save-contact' })
  })

  it('keeps a contact that somebody wrote down when the file comes again with another', async () => {
    const file = (address: string, text: string) =>
      `Identifiant;Titre;Description;Adresse postale du porteur\n7;Bancs;${text};${address}\n`
    await importContent(dossier, manager, 'a.csv', file('1 rue Haute', 'À l’ombre.'))
    const [row] = (await list()).rows
    const id = row?.submissionId ?? ''
    const { version } = await submissionsService.get({ submissionId: id }, officer)
    await lettersService.saveContact(
      { submissionId: id, version, authorEmail: null, authorPhone: null, authorAddress: '2 rue Basse' },
      officer,
    )
    await importContent(dossier, manager, 'b.csv', file('1 rue Haute', 'Au soleil.'))
    expect(await submissionsService.get({ submissionId: id }, officer)).toMatchObject({
      authorAddress: '2 rue Basse',
      bodyText: 'Au soleil.',
    })
  })

  it('leaves no folder of a batch that was cancelled', async () => {
    await given({ address: '3 rue Basse\n59100 Roubaix' })
    const controller = new AbortController()
    controller.abort()
    await expect(
      lettersService.produce(
        { filter: { processId: dossier.processId }, channel: 'post', folder: out, ...paper },
        { ...officer, signal: controller.signal },
      ),
    ).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(out)).toEqual([])
    expect(existsSync(out)).toBe(true)
    expect((await list()).total).toBe(1)
  })
})

/** A PDF of one page and one bookmark for each letter, as Chromium prints them. */
async function blankLetters(count: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const { context } = document
  const outlines = context.nextRef()
  const refs = Array.from({ length: count }, () => context.nextRef())
  for (const [index, ref] of refs.entries()) {
    const page = document.addPage()
    context.assign(
      ref,
      context.obj({
        Title: `Courrier ${index + 1}`,
        Parent: outlines,
        Dest: [page.ref, 'XYZ', 0, 0, null],
        ...(refs[index + 1] === undefined ? {} : { Next: refs[index + 1] }),
      } as never),
    )
  }
  context.assign(
    outlines,
    context.obj({ Type: 'Outlines', First: refs[0], Last: refs.at(-1), Count: count } as never),
  )
  document.catalog.set((await import('pdf-lib')).PDFName.of('Outlines'), outlines)
  return document.save()
}
