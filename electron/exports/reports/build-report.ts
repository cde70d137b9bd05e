import type {
  ReadMeSheet,
  ReportDocument,
  ReportSheet,
} from '../../../shared/domain/reports/report-document.ts'
import type { ReportContext, ReportSources } from '../../../shared/read-models/reports.ts'
import { reports, type WorkbookId } from './index.ts'
import type { Report } from './report.ts'
import { createWording, type Wording } from './wording.ts'

/** Makes the document of one report, or of the whole workbook. Reads only the sources that its sheets need. */
export async function buildReport(
  id: WorkbookId,
  sources: ReportSources,
  context: ReportContext,
): Promise<ReportDocument> {
  const wording = createWording(context)
  const chosen: readonly Report[] = reports.filter((report) => id === 'workbook' || report.id === id)
  const sheets: ReportSheet[] = []
  for (const report of chosen) sheets.push(...(await report.sheets(sources, wording)))
  const { t } = wording
  const title = t('workbooks.documentTitle', {
    report: t(`reports.document.${id}`),
    process: context.processTitle,
    edition: context.edition,
  }).trim()
  return {
    title,
    sheets,
    readMe: readMe(
      title,
      sheets,
      chosen.some((report) => report.holdsNames),
      wording,
    ),
    properties: { title, language: context.language, author: context.service },
    timeZone: context.timeZone,
    generatedAt: context.generatedAt,
    print: {
      footerLeft: t('workbooks.footerPlace', {
        commune: context.communeName,
        process: context.processTitle,
      }),
      footerRight: t('workbooks.footerDate', { date: wording.dayOf(context.generatedAt) }),
      ...(context.demonstration ? { header: t('workbooks.demonstrationMark') } : {}),
    },
  }
}

function readMe(
  title: string,
  sheets: readonly ReportSheet[],
  holdsNames: boolean,
  { t, context, moment, sheetName }: Wording,
): ReadMeSheet {
  const { timeZone } = context
  const note = (key: string, text: string) => ({ label: t(`workbooks.readMe.${key}`), text })
  const word = (key: string, values: Readonly<Record<string, string>> = {}) =>
    note(key, t(`workbooks.readMe.${key}Text`, values))
  return {
    name: sheetName('readMe'),
    title,
    labelHeader: t('workbooks.readMe.label'),
    textHeader: t('workbooks.readMe.text'),
    notes: [
      ...(context.demonstration ? [word('demonstration')] : []),
      note('commune', context.communeName),
      note('process', context.processTitle),
      note('edition', context.edition),
      note('perimeter', context.perimeter ?? t('workbooks.readMe.wholeProcess')),
      word('generatedAt', { date: moment(context.generatedAt), timeZone }),
      word('source', { version: context.applicationVersion, service: context.service }),
      note('sheets', sheets.map(({ name }) => name).join(' · ')),
      word('amounts'),
      word('formulas'),
      word('dates', { timeZone }),
      word('texts'),
      ...(holdsNames ? [word('personalData')] : []),
    ],
    cutCells: {
      label: t('workbooks.readMe.cutCells'),
      more: (count) => t('workbooks.readMe.cutCellsMore', { count }),
      mark: t('workbooks.readMe.cutMark'),
    },
  }
}
