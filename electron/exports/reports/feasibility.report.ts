import { studyAxes } from '../../../shared/domain/feasibility/study-axes.ts'
import { sheetRange } from '../../../shared/domain/reports/cell-reference.ts'
import type { ReportRow, ReportSheet } from '../../../shared/domain/reports/report-document.ts'
import type { FeasibilityReportStudy } from '../../../shared/read-models/reports.ts'
import { costLineColumns, type StudyFigures, studyFigures, vatColumns } from './feasibility-figures.ts'
import type { Report } from './report.ts'
import type { Wording } from './wording.ts'

/** Feasibility: one row per study, its costed lines on a second sheet, its VAT per rate on a third, linked by live formulas. */
export const feasibilityReport = {
  id: 'feasibility',
  holdsNames: true,
  sheets: async (sources, wording) => {
    const studies = await sources.feasibility()
    const figures = studyFigures(studies, wording)
    return [
      studiesSheet(studies, figures, wording),
      {
        name: wording.sheetName('costLines'),
        frozenColumns: 2,
        linesPerRow: 2,
        totalLabel: wording.t('workbooks.totalShown'),
        columns: costLineColumns(wording),
        rows: figures.lineRows,
      },
      {
        name: wording.sheetName('studyVat'),
        frozenColumns: 1,
        linesPerRow: 2,
        totalLabel: wording.t('workbooks.totalShown'),
        columns: vatColumns(wording),
        rows: figures.vatRows,
      },
    ]
  },
} as const satisfies Report

function studiesSheet(
  studies: readonly FeasibilityReportStudy[],
  figures: StudyFigures,
  wording: Wording,
): ReportSheet {
  const { column, t, sheetName } = wording
  const name = sheetName('studies')
  const columns = [
    column('reference', 'text', 14),
    column('title', 'text', 38),
    column('district', 'text', 22),
    column('theme', 'text', 22),
    column('stage', 'text', 20),
    column('department', 'text', 22),
    column('dueOn', 'date', 13),
    column('amountExclVat', 'amount', 16, { total: 'sum' }),
    column('vat', 'amount', 14, { total: 'sum' }),
    column('amountInclVat', 'amount', 16, { total: 'sum' }),
    column('annualRunningCost', 'amount', 16, { total: 'sum' }),
    column('conclusion', 'text', 20),
    column('conditions', 'long-text', 40),
    column('answer', 'long-text', 50),
    column('concludedBy', 'text', 20),
    column('concludedOn', 'datetime', 17),
    column('opinionsAsked', 'integer', 11),
    column('opinionsGiven', 'integer', 11),
    column('opinions', 'long-text', 46),
    ...studyAxes.map((axis) => column(axis, 'text', 16, { header: t(`labels.axis.${axis}`), outline: true })),
  ]
  const here = sheetRange(name, columns, studies.length)
  const rows = studies.map((study, index): ReportRow => {
    const { estimate } = study
    const amounts = figures.sums[index]
    const within = (key: string) => here.cell(key, index).split('!')[1]?.replaceAll('$', '') ?? ''
    return {
      reference: study.reference,
      title: study.title,
      district: study.districtName,
      theme: study.themeName,
      stage: t(`labels.stage.${study.stage}`),
      department: study.leadDepartment,
      dueOn: study.dueOn,
      ...(amounts === undefined
        ? {}
        : {
            amountExclVat: { formula: amounts.exclVat, cachedValue: estimate.amountExclVat },
            vat: { formula: amounts.vat, cachedValue: estimate.vat },
            amountInclVat: {
              formula: `ROUND(${within('amountExclVat')}+${within('vat')},2)`,
              cachedValue: estimate.amountInclVat,
            },
          }),
      annualRunningCost: study.annualRunningCost,
      conclusion: study.conclusion === null ? null : t(`labels.conclusion.${study.conclusion}`),
      conditions: study.conditions,
      answer: study.answer,
      concludedBy: study.concludedByName,
      concludedOn: study.concludedAt,
      opinionsAsked: study.opinions.length,
      opinionsGiven: study.opinions.filter(({ opinion }) => opinion !== null).length,
      opinions: opinionLines(study, wording),
      ...gridCells(study, wording),
    }
  })
  return {
    name,
    columns,
    rows,
    frozenColumns: 2,
    linesPerRow: 3,
    totalLabel: t('workbooks.totalShown'),
  }
}

function gridCells(study: FeasibilityReportStudy, { t }: Wording): ReportRow {
  return Object.fromEntries(
    studyAxes.map((axis) => {
      const item = study.grid[axis]
      if (item === undefined) return [axis, null]
      const answer = t(`labels.opinion.${item.answer}`)
      return [axis, item.note === undefined || item.note === '' ? answer : `${answer}\n${item.note}`]
    }),
  )
}

function opinionLines(study: FeasibilityReportStudy, { t, list, shortDate }: Wording): string | null {
  const lines = study.opinions.map(({ department, opinion, comment, givenOn, givenByName }) => {
    const word = opinion === null ? t('workbooks.opinionPending') : t(`labels.opinion.${opinion}`)
    const given = givenOn !== null && givenByName !== null
    const line = given
      ? t('workbooks.opinionLineGiven', {
          department,
          opinion: word,
          date: shortDate(givenOn),
          name: givenByName,
        })
      : t('workbooks.opinionLine', { department, opinion: word })
    return comment === '' ? line : `${line}\n${comment}`
  })
  return list(lines)
}
