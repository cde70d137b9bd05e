import { Button, Loader } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { LetterTemplate } from '../../../shared/read-models/letter.ts'
import { useRead } from '../../api/use-call.ts'
import { Page } from '../../components/page.tsx'
import { SplitPane } from '../../components/split-pane.tsx'
import { useKept } from '../../navigation/use-kept.ts'
import { useProcessId } from '../../session/session.tsx'
import { HeadForm } from './head-form.tsx'
import classes from './letters.module.css'
import { TextEditor } from './text-editor.tsx'

/** Names a text in the list: its kind, and its reason where it has one. */
function topicId({ kind, reason }: LetterTemplate): string {
  return reason === null ? kind : `${kind} ${reason}`
}

const headTopic = 'head'

/** The texts of letters, kind by kind and reason by reason, and the letterhead that they share. */
export function TextsPage() {
  const { t } = useTranslation()
  const processId = useProcessId()
  const { data: templates } = useRead('letters.templates', { processId })
  const [chosen, choose] = useKept<string>(`letters topic ${processId}`, 'acknowledgement')
  const current = templates?.find((template) => topicId(template) === chosen)
  const line = (template: LetterTemplate) => {
    const id = topicId(template)
    return (
      <li key={id}>
        <button
          type="button"
          className={classes.topic}
          aria-current={id === chosen ? 'true' : undefined}
          onClick={() => choose(id)}
        >
          <span>
            {template.reason === null
              ? t(`letters.kind.${template.kind}`)
              : t(`labels.reason.${template.reason}`)}
          </span>
          {template.own && <span className={classes.own}>{t('letters.template.own')}</span>}
        </button>
      </li>
    )
  }
  return (
    <Page
      title={t('letters.template.page')}
      layout="panes"
      actions={
        <Button
          component={Link}
          href="/letters"
          variant="default"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
        >
          {t('letters.template.back')}
        </Button>
      }
    >
      <SplitPane
        memoryKey="letter-texts"
        initialPercent={24}
        stacked="content"
        first={
          <nav className={classes.topics} aria-label={t('letters.template.list')}>
            <ul>
              <li>
                <button
                  type="button"
                  className={classes.topic}
                  aria-current={chosen === headTopic ? 'true' : undefined}
                  onClick={() => choose(headTopic)}
                >
                  {t('letters.settings.title')}
                </button>
              </li>
            </ul>
            <h2>{t('letters.template.list')}</h2>
            <ul>{(templates ?? []).filter(({ reason }) => reason === null).map(line)}</ul>
            <h2>{t('letters.template.byReason')}</h2>
            <ul>{(templates ?? []).filter(({ reason }) => reason !== null).map(line)}</ul>
          </nav>
        }
        second={
          chosen === headTopic ? (
            <HeadForm />
          ) : current === undefined ? (
            <Loader m="md" size="sm" role="img" aria-label={t('common.loading')} />
          ) : (
            <TextEditor key={topicId(current)} template={current} />
          )
        }
      />
    </Page>
  )
}
