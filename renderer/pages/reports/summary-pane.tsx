import { useTranslation } from 'react-i18next'
import { useTask } from '../../api/use-task.ts'
import { useTaskRead } from '../../api/use-task-read.ts'
import { useProcessId } from '../../session/session.tsx'
import { DocumentPane } from './document-pane.tsx'
import { LanguageOption } from './language-option.tsx'
import { PrintedPreview } from './printed-preview.tsx'
import { SaveBar } from './save-bar.tsx'
import { useDocumentLanguage } from './use-document-language.ts'

const inPlace = ['*'] as const

/** The report on the edition: figures and charts, page by page. */
export function SummaryPane() {
  const { t } = useTranslation()
  const processId = useProcessId()
  const [language, setLanguage] = useDocumentLanguage()
  const name = t('reports.document.summary')
  const read = useTaskRead('reports.previewSummary', { processId, language }, t('reports.previewing'))
  const task = useTask('reports.write', name, { inPlace })
  const fresh = read.stale || read.running ? undefined : read.data
  return (
    <DocumentPane
      id="summary"
      options={<LanguageOption value={language} onChange={setLanguage} />}
      save={
        <SaveBar
          id="summary"
          extension="pdf"
          filter={t('reports.pdfFiles')}
          task={task}
          write={(path) => task.start({ processId, report: 'summary', language, path })}
          content={fresh === undefined ? undefined : t('reports.pageCount', { count: fresh.pages })}
        />
      }
    >
      <PrintedPreview read={read} name={name} />
    </DocumentPane>
  )
}
