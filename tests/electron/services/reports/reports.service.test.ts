import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DossierCall } from '../../../../electron/services/call.ts'
import { importsService } from '../../../../electron/services/imports/imports.service.ts'
import { reportsService } from '../../../../electron/services/reports/reports.service.ts'
import { submissionsService } from '../../../../electron/services/submissions/submissions.service.ts'
import { givenProject, givenSubmission } from '../../../helpers/feasible-project.ts'
import { describeOnBothEngines, openTestDossier, type TestDossier } from '../../../helpers/test-dossier.ts'
import { installedChromium, openChromiumPrinter } from '../../exports/documents/chromium-printer.ts'
import { readPdf } from '../../exports/documents/read-pdf.ts'

describeOnBothEngines('reports', (open) => {
  let dossier: TestDossier
  let call: DossierCall
  let path: (name: string) => string
  beforeEach(async () => {
    dossier = await open()
    call = await dossier.callAs('Camille', ['administrator'])
    path = (name) => join(dossier.folder, name)
  })
  afterEach(() => dossier.close())

  /** Imports proposals `id` of a component as Decidim exports them, and answers their ids here. */
  async function givenFromDecidim(
    ...proposals: readonly { readonly id: number; readonly component: number }[]
  ): Promise<ReadonlyMap<number, string>> {
    const rows = proposals.map(
      ({ id, component }) =>
        `${id};Proposition ${id};Texte;;https://participer.roubaix.fr/f/${component}/proposals/${id};${component}`,
    )
    writeFileSync(path('export.csv'), ['id;title/fr;body/fr;state;url;component/id', ...rows].join('\n'))
    await importsService.commit({ processId: dossier.processId, path: path('export.csv'), choices: {} }, call)
    const found = await dossier.database.db
      .selectFrom('submission')
      .select(['id', 'external_id'])
      .where('source', 'like', 'decidim%')
      .execute()
    return new Map(found.map((row) => [Number(row.external_id), row.id]))
  }

  async function refuse(submissionId: string | undefined, rationale: string): Promise<void> {
    await submissionsService.decide(
      {
        submissionId: submissionId ?? '',
        verdict: 'inadmissible',
        reasons: ['not-municipal-competence'],
        rationale,
        redirectedTo: null,
      },
      call,
    )
  }

  it('writes the workbook of all reports with the same rows that its preview shows', async () => {
    await givenSubmission(dossier, { title: '=1+1' })
    const { project } = await givenProject(dossier, call, 1_000)
    const request = { processId: dossier.processId, report: 'workbook', language: 'fr' } as const
    const sheets = await reportsService.previewWorkbook(request, call)
    const written = await reportsService.write({ ...request, path: path('classeur.xlsx') }, call)

    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(written.path)
    expect(workbook.worksheets.slice(1).map(({ name }) => name)).toEqual(sheets.map(({ name }) => name))
    const register = workbook.getWorksheet('Registre')
    expect(register?.getRow(2).getCell(2).value).toBe('=1+1')
    const projects = sheets.find(({ name }) => name === 'Projets')
    expect(projects?.rows[0]).toContain(project.title)
    expect(projects?.rows[0]).toContain(project.cost)
  })

  it('speaks the language that was asked for', async () => {
    await givenSubmission(dossier)
    const request = { processId: dossier.processId, report: 'register', language: 'en' } as const
    const [sheet] = await reportsService.previewWorkbook(request, call)
    expect(sheet?.name).toBe('Register')
  })

  it('keeps the previous file when a workbook is cancelled', async () => {
    await givenSubmission(dossier)
    writeFileSync(path('registre.xlsx'), 'la version précédente')
    const cancelled = await dossier.callAs('Camille', [], { signal: AbortSignal.abort() })
    const request = { processId: dossier.processId, report: 'register', language: 'fr' } as const
    await expect(
      reportsService.write({ ...request, path: path('registre.xlsx') }, cancelled),
    ).rejects.toMatchObject({ code: 'cancelled' })
    expect(readFileSync(path('registre.xlsx'), 'utf8')).toBe('la version précédente')
  })

  it('refuses to write into a folder that is not there, and names it', async () => {
    const request = { processId: dossier.processId, report: 'register', language: 'fr' } as const
    await expect(
      reportsService.write({ ...request, path: path('absent/registre.xlsx') }, call),
    ).rejects.toMatchObject({ code: 'folder-missing', parameters: { folder: path('absent') } })
  })

  it('shows what the answers file will hold before it writes just that', async () => {
    await givenSubmission(dossier)
    const ids = await givenFromDecidim({ id: 41, component: 7 }, { id: 42, component: 7 })
    await refuse(ids.get(41), 'La voirie départementale ne relève pas de la commune.')
    const plan = await reportsService.decidimAnswers({ processId: dossier.processId }, call)
    expect(plan).toMatchObject({
      answers: 1,
      notWritten: 1,
      withoutPlatformId: 1,
      components: [{ id: '7', submissions: 2 }],
      toCorrect: { emptyAnswers: [], unknownStates: [], invalidIds: [] },
      sample: [{ id: '41', state: 'rejected' }],
    })

    const request = { processId: dossier.processId, path: path('reponses.csv'), locale: 'fr' }
    const written = await reportsService.writeDecidimAnswers(request, call)
    expect(written).toMatchObject({ answers: 1, components: ['7'] })
    expect(parse(readFileSync(written.path), { delimiter: ';', columns: true, bom: true })).toEqual([
      {
        id: '41',
        state: 'rejected',
        status: 'rejected',
        'answer/fr': '<p>La voirie départementale ne relève pas de la commune.</p>',
      },
    ])
  })

  it('tells several components apart, and writes one of them', async () => {
    const ids = await givenFromDecidim({ id: 41, component: 7 }, { id: 51, component: 8 })
    await refuse(ids.get(41), 'Hors compétence.')
    await refuse(ids.get(51), 'Hors compétence.')
    const { processId } = dossier
    const all = await reportsService.decidimAnswers({ processId }, call)
    expect(all.components).toEqual([
      { id: '7', submissions: 1 },
      { id: '8', submissions: 1 },
    ])
    await expect(
      reportsService.writeDecidimAnswers({ processId, path: path('tout.csv'), locale: 'fr' }, call),
    ).rejects.toMatchObject({ code: 'decidim-answer-invalid', parameters: { components: '7, 8' } })
    const one = await reportsService.writeDecidimAnswers(
      { processId, path: path('un.csv'), locale: 'fr', componentId: '8' },
      call,
    )
    expect(one).toMatchObject({ answers: 1, components: ['8'] })
    expect((await reportsService.decidimAnswers({ processId, componentId: '8' }, call)).answers).toBe(1)
  })

  it('counts in its key figures what the lists show', async () => {
    await givenSubmission(dossier, { authorName: 'Léa' })
    await givenSubmission(dossier, { authorName: 'Léa' })
    await givenProject(dossier, call, 500)
    const figures = await reportsService.keyFigures({ processId: dossier.processId }, call)
    expect(figures).toMatchObject({ submissions: 3, participants: { authors: 2 } })
    expect(figures.funnel.map(({ step, count }) => [step, count])).toEqual([
      ['submitted', 3],
      ['admissible', 1],
      ['feasible', 1],
      ['on-ballot', 0],
      ['winner', 0],
    ])
  })
})

describe.skipIf(installedChromium() === undefined)('printed reports', () => {
  let dossier: TestDossier
  let call: DossierCall
  let printer: Awaited<ReturnType<typeof openChromiumPrinter>>
  beforeAll(async () => {
    printer = await openChromiumPrinter(installedChromium() ?? '')
    dossier = await openTestDossier()
    const plain = await dossier.callAs('Camille', ['administrator'])
    call = await dossier.callAs('Camille', [], { ports: { ...plain.ports, printer } })
    await givenProject(dossier, call, 1_000)
    await givenProject(dossier, call, 2_000)
  })
  afterAll(async () => {
    await printer.close()
    await dossier.close()
  })

  it('writes the very catalogue that was previewed', async () => {
    const request = {
      processId: dossier.processId,
      format: 'a5',
      language: 'fr',
      layout: 'half-page',
    } as const
    const preview = await reportsService.previewCatalogue(request, call)
    const written = await reportsService.writeCatalogue(
      { ...request, path: join(dossier.folder, 'catalogue.pdf') },
      call,
    )
    expect(written.pages).toBe(preview.pages)
    const [shown, saved] = [await readPdf(preview.bytes), await readPdf(readFileSync(written.path))]
    expect(saved.pages).toEqual(shown.pages)
    expect(saved).toMatchObject({ isTagged: true, language: 'fr', scripts: 0 })
    expect(preview.projects).toBe(2)
  }, 60_000)

  it('prints the report in the language that was asked for', async () => {
    const { bytes, pages } = await reportsService.previewSummary(
      { processId: dossier.processId, language: 'en' },
      call,
    )
    const pdf = await readPdf(bytes)
    expect(pdf.pages).toHaveLength(pages)
    expect(pdf).toMatchObject({ isTagged: true, language: 'en' })
  }, 60_000)
})
