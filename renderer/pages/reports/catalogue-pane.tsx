import { Button } from '@mantine/core'
import { IconListDetails } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useTask } from '../../api/use-task.ts'
import { useTaskRead } from '../../api/use-task-read.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { useRemembered } from '../../preferences/preferences.tsx'
import { useProcessId } from '../../session/session.tsx'
import { DocumentPane } from './document-pane.tsx'
import { LanguageOption } from './language-option.tsx'
import { OptionSelect } from './option-select.tsx'
import { PrintedPreview } from './printed-preview.tsx'
import { SaveBar } from './save-bar.tsx'
import { useDocumentLanguage } from './use-document-language.ts'

const formats = ['a4', 'a5'] as const
const layouts = ['page', 'half-page'] as const
const inPlace = ['*'] as const

/** The booklet before the vote, page by page as it will be printed. */
export function CataloguePane() {
  const { t } = useTranslation()
  const processId = useProcessId()
  const [language, setLanguage] = useDocumentLanguage()
  const [rememberedFormat, setFormat] = useRemembered('reports:paper', 'a4')
  const [rememberedLayout, setLayout] = useRemembered('reports:layout', 'page')
  const format = formats.find((name) => name === rememberedFormat) ?? 'a4'
  const layout = layouts.find((name) => name === rememberedLayout) ?? 'page'
  const name = t('reports.document.catalogue')
  const request = { processId, format, language, layout }
  const read = useTaskRead('reports.previewCatalogue', request, t('reports.previewing'))
  const task = useTask('reports.writeCatalogue', name, { inPlace })
  const fresh = read.stale || read.running ? undefined : read.data
  const empty = fresh?.projects === 0
  return (
    <DocumentPane
      id="catalogue"
      options={
        <>
          <OptionSelect
            label={t('reports.paper')}
            values={formats}
            value={format}
            name={(value) => t(`reports.paperName.${value}`)}
            onChange={setFormat}
          />
          <OptionSelect
            label={t('reports.layout')}
            values={layouts}
            value={layout}
            name={(value) => t(`reports.layoutName.${value}`)}
            onChange={setLayout}
          />
          <LanguageOption value={language} onChange={setLanguage} />
        </>
      }
      save={
        <SaveBar
          id="catalogue"
          extension="pdf"
          filter={t('reports.pdfFiles')}
          task={task}
          write={(path) => task.start({ ...request, path })}
          blockedBy={empty ? t('reports.noProjectTitle') : undefined}
          content={
            fresh === undefined
              ? undefined
              : `${t('reports.projectCount', { count: fresh.projects })}, ${t('reports.pageCount', { count: fresh.pages })}`
          }
        />
      }
    >
      {empty ? (
        <EmptyState
          icon={IconListDetails}
          title={t('reports.noProjectTitle')}
          description={t('reports.noProjectDescription')}
          action={
            <Button component={Link} href="/projects">
              {t('reports.noProjectAction')}
            </Button>
          }
        />
      ) : (
        <PrintedPreview read={read} name={name} />
      )}
    </DocumentPane>
  )
}
