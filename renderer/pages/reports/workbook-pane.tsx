import { Tabs, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkbookKind } from '../../../shared/contract/reports.contract.ts'
import type { ColumnKind } from '../../../shared/domain/reports/report-document.ts'
import type { SheetPreview } from '../../../shared/read-models/workbook-preview.ts'
import { useTask } from '../../api/use-task.ts'
import { useTaskRead } from '../../api/use-task-read.ts'
import { type Formats, useFormats } from '../../formats/use-formats.ts'
import { useProcessId } from '../../session/session.tsx'
import { DocumentPane } from './document-pane.tsx'
import { LanguageOption } from './language-option.tsx'
import { PreviewState } from './printed-preview.tsx'
import classes from './reports.module.css'
import { SaveBar } from './save-bar.tsx'
import { useDocumentLanguage } from './use-document-language.ts'

const inPlace = ['*'] as const

/** A workbook: its sheets, with the first rows of each. */
export function WorkbookPane({ report }: { report: WorkbookKind }) {
  const { t } = useTranslation()
  const processId = useProcessId()
  const [language, setLanguage] = useDocumentLanguage()
  const request = { processId, report, language }
  const read = useTaskRead('reports.previewWorkbook', request, t('reports.previewing'))
  const task = useTask('reports.write', t(`reports.document.${report}`), { inPlace })
  return (
    <DocumentPane
      id={report}
      options={<LanguageOption value={language} onChange={setLanguage} />}
      save={
        <SaveBar
          id={report}
          extension="xlsx"
          filter={t('reports.workbookFiles')}
          task={task}
          write={(path) => task.start({ ...request, path })}
        />
      }
    >
      <PreviewState read={read}>{read.data !== undefined && <Sheets sheets={read.data} />}</PreviewState>
    </DocumentPane>
  )
}

function Sheets({ sheets }: { sheets: readonly SheetPreview[] }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string | null>(null)
  const current = sheets.find(({ name }) => name === chosen) ?? sheets[0]
  return (
    <Tabs value={current?.name ?? null} onChange={setChosen} className={classes.sheets}>
      <Tabs.List px="md" aria-label={t('reports.sheets')}>
        {sheets.map(({ name }) => (
          <Tabs.Tab key={name} value={name}>
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {sheets.map((sheet) => (
        <Tabs.Panel key={sheet.name} value={sheet.name} className={classes.sheetPanel}>
          <SheetTable sheet={sheet} />
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

function SheetTable({ sheet }: { sheet: SheetPreview }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { name, columns, rows, more } = sheet
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.sheet} tabIndex={0} aria-label={name}>
      <table>
        <caption className="visually-hidden">{name}</caption>
        <thead>
          <tr>
            {columns.map(({ header, kind }) => (
              <th key={header} scope="col" data-align={alignOf(kind)}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a sheet have no name, they never move
            <tr key={index}>
              {columns.map(({ header, kind }, position) => (
                <td key={header} data-align={alignOf(kind)} data-kind={kind}>
                  <span className={kind === 'long-text' ? classes.twoLines : classes.oneLine}>
                    {cellText(formats, kind, cells[position] ?? null)}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {(more || rows.length === 0) && (
        <Text p="sm" c="dimmed">
          {t(more ? 'reports.firstRows' : 'reports.noRow')}
        </Text>
      )}
    </section>
  )
}

function alignOf(kind: ColumnKind): 'end' | undefined {
  return ['text', 'long-text', 'date', 'datetime'].includes(kind) ? undefined : 'end'
}

/** A cell as the spreadsheet will show it; units are those of `ColumnKind`. */
function cellText(formats: Formats, kind: ColumnKind, cell: string | number | null): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'string') {
    if (kind === 'datetime') return formats.shortInstant(cell)
    if (kind === 'date') return formats.day(cell)
    return cell
  }
  switch (kind) {
    case 'amount':
      return formats.amount(cell)
    case 'percent':
      return `${formats.number(cell / 100)} %`
    case 'quantity':
      return formats.number(cell / 1_000)
    case 'unit-price':
      return formats.amount(cell / 100)
    default:
      return formats.number(cell)
  }
}
