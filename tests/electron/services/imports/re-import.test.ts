import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { importsService } from '../../../../electron/services/imports/imports.service.ts'
import { submissionsService } from '../../../../electron/services/submissions/submissions.service.ts'
import { dossierContent, givenFile, importContent } from '../../../helpers/import-file.ts'
import { describeOnBothEngines, type TestDossier } from '../../../helpers/test-dossier.ts'

const header =
  'id;category/name/fr;scope/name/fr;component/id;title/fr;body/fr;state;supports;published_at;url\n'
const proposal = (
  id: number,
  fields: {
    title?: string
    body?: string
    state?: string
    supports?: number
    theme?: string
    scope?: string
  } = {},
): string =>
  `${id};${fields.theme ?? 'Nature'};${fields.scope ?? 'Pile'};12;${fields.title ?? `Proposition ${id}`};${fields.body ?? `Texte élu de la proposition ${id}`};${fields.state ?? ''};${fields.supports ?? 0};2026-02-0${id} 10:00:00 +0100;https://participer.roubaix.fr/processes/bp/f/12/proposals/${id}\n`

describeOnBothEngines('import and re-import of proposals', (open) => {
  let dossier: TestDossier
  let call: DossierCall
  beforeEach(async () => {
    dossier = await open()
    call = await dossier.callAs('Camille', ['administrator'])
  })
  afterEach(() => dossier.close())

  const submissions = () =>
    dossier.database.reader.selectFrom('submission').selectAll().orderBy('number').execute()

  it('previews what the import then does, and writes nothing before it', async () => {
    const path = givenFile(
      dossier,
      'a.csv',
      `${header}${proposal(1)}${proposal(2)};;\n${proposal(3, { title: ' ' })}`,
    )
    const before = await dossierContent(dossier)
    const preview = await importsService.preview({ processId: dossier.processId, path, choices: {} }, call)
    expect(await dossierContent(dossier)).toBe(before)
    expect(preview).toMatchObject({ rows: 3, created: 2, rejected: 1, batchId: null })
    expect(preview.rejections).toMatchObject([{ line: 5, column: 'title/fr', code: 'title-missing' }])
    const done = await importsService.commit({ processId: dossier.processId, path, choices: {} }, call)
    expect(done).toMatchObject({ created: 2, rejected: 1, rejections: preview.rejections })
    expect((await submissions()).map(({ reference, title }) => [reference, title])).toEqual([
      ['BP26-0001', 'Proposition 1'],
      ['BP26-0002', 'Proposition 2'],
    ])
  })

  it('changes nothing, not even the journal, when the same file comes twice', async () => {
    await importContent(dossier, call, 'a.csv', header + proposal(1) + proposal(2))
    const before = await dossierContent(dossier)
    const again = await importContent(dossier, call, 'renamed.csv', header + proposal(1) + proposal(2))
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 2, batchId: null })
    expect(await dossierContent(dossier)).toBe(before)
  })

  it('I1 brings the platform’s newer words, keeps the number and every decision of staff', async () => {
    await importContent(dossier, call, 'a.csv', header + proposal(1) + proposal(2))
    const [first, second] = await submissions()
    if (first === undefined || second === undefined) throw new Error('two were imported')
    await submissionsService.decide(
      { submissionId: first.id, verdict: 'admissible', reasons: [], rationale: '', redirectedTo: null },
      call,
    )
    await submissionsService.addNote({ submissionId: first.id, text: 'À revoir avec la voirie' }, call)
    const current = await submissionsService.get({ submissionId: first.id }, call)
    await submissionsService.classify(
      {
        submissionId: first.id,
        version: current.version,
        themeId: dossier.themeIds[1],
        districtId: dossier.districtIds[1],
      },
      call,
    )
    const newer =
      header + proposal(1, { title: 'Un verger', body: 'Réécrit', supports: 41 }) + proposal(2) + proposal(3)
    const preview = await importsService.preview(
      { processId: dossier.processId, path: givenFile(dossier, 'b.csv', newer), choices: {} },
      call,
    )
    expect(preview).toMatchObject({ created: 1, updated: 1, unchanged: 1 })
    expect(preview.changes).toHaveLength(1)
    expect(preview.changes[0]).toMatchObject({ reference: 'BP26-0001', title: 'Un verger' })
    expect(preview.changes[0]?.fields).toContainEqual({
      field: 'title',
      before: 'Proposition 1',
      after: 'Un verger',
    })
    expect(preview.changes[0]?.fields.map(({ field }) => field)).not.toContain('theme_id')
    await importContent(dossier, call, 'b.csv', newer)
    const after = await submissions()
    expect(after[0]).toMatchObject({
      id: first.id,
      number: 1,
      reference: 'BP26-0001',
      title: 'Un verger',
      body_text: 'Réécrit',
      supports_count: 41,
      stage: 'admissible',
      theme_id: dossier.themeIds[1],
      district_id: dossier.districtIds[1],
    })
    expect(after[1]).toEqual(second)
    expect(after[2]?.number).toBe(3)
    const detail = await submissionsService.get({ submissionId: first.id }, call)
    expect(detail.notes.map(({ text }) => text)).toEqual(['À revoir avec la voirie'])
    const found = await submissionsService.list(
      {
        processId: dossier.processId,
        search: 'verger',
        sort: 'relevance',
        descending: false,
        offset: 0,
        limit: 10,
      },
      call,
    )
    expect(found.rows.map(({ id }) => id)).toEqual([first.id])
  })

  it('finds by number and by words at once when asked for the most relevant first', async () => {
    await importContent(dossier, call, 'a.csv', header + proposal(1, { body: '2 bancs' }) + proposal(2))
    const found = await submissionsService.list(
      {
        processId: dossier.processId,
        search: '2',
        sort: 'relevance',
        descending: false,
        offset: 0,
        limit: 10,
      },
      call,
    )
    expect(found.total).toBe(2)
    expect(found.rows[0]?.number).toBe(2)
  })

  it('withdraws what its author withdrew on the platform, once, and keeps what left the file', async () => {
    await importContent(dossier, call, 'a.csv', header + proposal(1) + proposal(2))
    await importContent(dossier, call, 'b.csv', header + proposal(1, { state: 'withdrawn' }))
    const after = await submissions()
    expect(after.map(({ stage }) => stage)).toEqual(['withdrawn', 'submitted'])
    const decisions = await dossier.database.reader.selectFrom('decision').selectAll().execute()
    expect(decisions).toMatchObject([{ submission_id: after[0]?.id, verdict: 'withdrawn' }])
    const before = await dossierContent(dossier)
    await importContent(dossier, call, 'b.csv', header + proposal(1, { state: 'withdrawn' }))
    expect(await dossierContent(dossier)).toBe(before)
  })

  it('leaves nothing behind when it is cancelled on its way', async () => {
    const before = await dossierContent(dossier)
    const controller = new AbortController()
    const cancelling = await dossier.callAs('Camille', ['administrator'], {
      signal: controller.signal,
      progress: () => controller.abort(),
    })
    const rows = Array.from(
      { length: 30_000 },
      (_, index) => `${index + 1};Nature;Pile;12;Titre ${index};Texte;;0;;\n`,
    ).join('')
    await expect(importContent(dossier, cancelling, 'long.csv', header + rows)).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(await dossierContent(dossier)).toBe(before)
  })

  it('refuses a file that is no longer the one that was previewed', async () => {
    const path = givenFile(dossier, 'a.csv', header + proposal(1))
    const { sha256 } = await importsService.inspect({ path, choices: {} }, call)
    givenFile(dossier, 'a.csv', header + proposal(1) + proposal(2))
    await expect(
      importsService.commit({ processId: dossier.processId, path, choices: {}, sha256 }, call),
    ).rejects.toMatchObject({ code: 'file-changed' })
  })

  it('does not let two platforms meet, nor the debates and the proposals of one', async () => {
    const other = (text: string) => text.replaceAll('participer.roubaix.fr', 'jeparticipe.lille.fr')
    const debates = (text: string) => text.replaceAll('/proposals/', '/debates/')
    const rows = header + proposal(1) + proposal(2)
    for (const text of [rows, other(rows), debates(rows)])
      expect(await importContent(dossier, call, 'a.csv', text)).toMatchObject({ created: 2, updated: 0 })
    const comments = (path: string) =>
      `id;created_at;body;locale;author/id;author/name;alignment;depth;commentable_id;commentable_type;root_commentable_url\n7;2026-02-03 10:00:00 +0100;Bonne idée;fr;9;Ana;1;0;2;Decidim::X;https://participer.roubaix.fr/processes/bp/f/12/${path}/2\n`
    await importContent(dossier, call, 'c.csv', comments('proposals'))
    await importContent(dossier, call, 'c.csv', comments('debates').replace('\n7;', '\n8;'))
    const tied = await dossier.database.reader
      .selectFrom('citizen_comment')
      .innerJoin('submission', 'submission.id', 'citizen_comment.submission_id')
      .select(['citizen_comment.external_id', 'submission.url'])
      .orderBy('citizen_comment.external_id')
      .execute()
    expect(tied).toEqual([
      { external_id: '7', url: 'https://participer.roubaix.fr/processes/bp/f/12/proposals/2' },
      { external_id: '8', url: 'https://participer.roubaix.fr/processes/bp/f/12/debates/2' },
    ])
  })

  it('sorts taxonomies into district and theme by the districts that it knows', async () => {
    const rows =
      'id;component/id;title/fr;body/fr;taxonomies/ids;taxonomies/3/fr;taxonomies/9/fr\n1;12;A;a;3, 9;Pile;Nature\n2;12;B;b;9;;Nature\n'
    await importContent(dossier, call, 'a.csv', rows)
    expect((await submissions()).map(({ theme_id, district_id }) => [theme_id, district_id])).toEqual([
      [dossier.themeIds[0], dossier.districtIds[0]],
      [dossier.themeIds[0], null],
    ])
  })

  it('tells who imported what, the latest first', async () => {
    await importContent(dossier, call, 'premier.csv', header + proposal(1))
    dossier.setNow('2026-03-02T09:00:00.000Z')
    await importContent(dossier, call, 'second.csv', header + proposal(1) + proposal(2))
    const batches = await importsService.batches({ processId: dossier.processId }, call)
    expect(batches).toMatchObject([
      { fileName: 'second.csv', created: 1, unchanged: 1, importedAt: '2026-03-02T09:00:00.000Z' },
      { fileName: 'premier.csv', created: 1, unchanged: 0, importedByName: 'Camille' },
    ])
  })
})
