import { stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { reportsContract, WorkbookKind, WrittenFile } from '../../../shared/contract/reports.contract.ts'
import type { ReportDocument } from '../../../shared/domain/reports/report-document.ts'
import type { Language } from '../../../shared/messages/translator.ts'
import { getProcess } from '../../data/processes/process.repository.ts'
import { platformAnswers } from '../../data/read-models/decidim-answers.query.ts'
import { keyFigures } from '../../data/read-models/key-figures.query.ts'
import { listMeetings } from '../../data/read-models/meeting-list.query.ts'
import { projectCatalogue } from '../../data/read-models/project-catalogue.query.ts'
import { budgetReport, feasibilityReport } from '../../data/read-models/report-budget.query.ts'
import { moderationRows, registerRows } from '../../data/read-models/report-rows.query.ts'
import { printCatalogue } from '../../exports/catalogue/print-catalogue.ts'
import { buildDecidimAnswers, collectDecidimAnswers } from '../../exports/decidim/decidim-answers.ts'
import { decidimAnswerFormatOf, writeDecidimAnswers } from '../../exports/decidim/write-decidim-answers.ts'
import { readDocumentFonts } from '../../exports/documents/document-fonts.ts'
import type { PrintedDocument, PrintSetting } from '../../exports/pdf/print-document.ts'
import { buildReport } from '../../exports/reports/build-report.ts'
import { previewReport } from '../../exports/reports/preview-report.ts'
import { printSummary } from '../../exports/summary/print-summary.ts'
import { writeFileAtomically } from '../../exports/writers/atomic-file.ts'
import { writeXlsx } from '../../exports/writers/xlsx.writer.ts'
import { applicationVersion } from '../application/application-version.ts'
import type { DossierCall, Service } from '../call.ts'

function printSetting(call: DossierCall): PrintSetting {
  return {
    printer: call.ports.printer,
    temporaryFolder: call.ports.paths.temporary,
    signal: call.signal,
    progress: (step, done, total) => call.progress(step, done, total),
  }
}

function fonts(call: DossierCall) {
  return readDocumentFonts(join(call.ports.paths.resources, 'fonts'))
}

interface CatalogueRequest {
  readonly processId: string
  readonly format: 'a4' | 'a5'
  readonly language: Language
  readonly layout: 'page' | 'half-page'
}

async function catalogue(
  call: DossierCall,
  input: CatalogueRequest,
): Promise<PrintedDocument & { readonly projects: number }> {
  const data = await projectCatalogue(call.database.reader, input.processId)
  const { format, language, layout } = input
  const printed = await printCatalogue(
    data,
    { format, language, layout, fonts: await fonts(call) },
    printSetting(call),
  )
  return { ...printed, projects: data.projects.length }
}

async function summary(call: DossierCall, processId: string, language: Language): Promise<PrintedDocument> {
  const data = {
    process: await getProcess(call.database.reader, processId),
    figures: await keyFigures(call.database.reader, processId),
    generatedAt: call.ports.clock.now(),
  }
  return printSummary(data, { language, fonts: await fonts(call) }, printSetting(call))
}

/** One workbook, or all reports in one, before it is a file. */
async function workbook(
  call: DossierCall,
  processId: string,
  report: WorkbookKind,
  language: Language,
): Promise<ReportDocument> {
  const { reader } = call.database
  const process = await getProcess(reader, processId)
  return buildReport(
    report,
    {
      register: () => registerRows(reader, processId),
      moderation: () => moderationRows(reader, processId),
      feasibility: () => feasibilityReport(reader, processId),
      budget: () => budgetReport(reader, processId),
      keyFigures: () => keyFigures(reader, processId),
      meetings: () => listMeetings(reader, processId),
    },
    {
      language,
      communeName: process.communeName,
      processTitle: process.title,
      edition: process.edition,
      service: process.communeName,
      perimeter: null,
      generatedAt: call.ports.clock.now(),
      timeZone: process.timeZone,
      demonstration: process.demonstration,
      applicationVersion,
    },
  )
}

async function written(path: string, pages: number | null): Promise<WrittenFile> {
  return { path, bytes: (await stat(path)).size, pages }
}

async function writePdf(call: DossierCall, target: string, printed: PrintedDocument): Promise<WrittenFile> {
  const path = resolve(target)
  await writeFileAtomically(path, (temporary) => writeFile(temporary, printed.bytes), call.signal)
  return written(path, printed.pages)
}

/** Catalogue, workbooks, report and write-back. */
export const reportsService: Service<typeof reportsContract> = {
  keyFigures: (input, call) => keyFigures(call.database.reader, input.processId),

  previewCatalogue: (input, call) => catalogue(call, input),

  writeCatalogue: async (input, call) => writePdf(call, input.path, await catalogue(call, input)),

  async write(input, call) {
    if (input.report === 'summary')
      return writePdf(call, input.path, await summary(call, input.processId, input.language))
    const document = await workbook(call, input.processId, input.report, input.language)
    const path = resolve(input.path)
    let rows = 0
    await writeFileAtomically(
      path,
      async (temporary) => {
        const outcome = await writeXlsx(document, temporary, {
          signal: call.signal,
          progress: (done) => call.progress('write', done, 0),
        })
        rows = outcome.rows
      },
      call.signal,
    )
    return written(path, rows)
  },

  previewWorkbook: async (input, call) =>
    previewReport(await workbook(call, input.processId, input.report, input.language), 30, call.signal),

  previewSummary: (input, call) => summary(call, input.processId, input.language),

  async decidimAnswers(input, call) {
    const sources = await platformAnswers(call.database.reader, input.processId)
    const { problems, answers, notWritten } = collectDecidimAnswers(sources, {
      locale: 'fr',
      ...(input.componentId === undefined ? {} : { componentId: input.componentId }),
    })
    const components = new Map<string, number>()
    for (const { platformId, componentId } of sources) {
      if (platformId === null || componentId === null) continue
      components.set(componentId, (components.get(componentId) ?? 0) + 1)
    }
    return {
      answers: answers.length,
      sample: answers.slice(0, 100),
      withoutPlatformId: sources.filter(({ platformId }) => platformId === null).length,
      notWritten,
      components: [...components].map(([id, submissions]) => ({ id, submissions })),
      toCorrect: {
        emptyAnswers: [...problems.emptyAnswers],
        unknownStates: [...problems.unknownStates],
        invalidIds: [...problems.invalidIds],
      },
    }
  },

  async writeDecidimAnswers(input, call) {
    const path = resolve(input.path)
    const sources = await platformAnswers(call.database.reader, input.processId)
    const built = buildDecidimAnswers(sources, {
      locale: input.locale,
      ...(input.componentId === undefined ? {} : { componentId: input.componentId }),
    })
    await writeFileAtomically(
      path,
      (temporary) =>
        writeDecidimAnswers(built, temporary, decidimAnswerFormatOf(path), { signal: call.signal }),
      call.signal,
    )
    const file = await written(path, built.answers.length)
    return {
      ...file,
      answers: built.answers.length,
      withoutPlatformId: built.withoutPlatformId,
      components: built.components,
    }
  },
}
