import { Alert, Button, Select, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconMessageReply } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { DecidimAnswerPlan } from '../../../shared/read-models/decidim-answers.ts'
import { useTask } from '../../api/use-task.ts'
import { useTaskRead } from '../../api/use-task-read.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { RichText } from '../../components/rich-text.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { queueLink } from '../../navigation/list-links.ts'
import { useRemembered } from '../../preferences/preferences.tsx'
import { useProcessId } from '../../session/session.tsx'
import { DocumentPane } from './document-pane.tsx'
import { OptionSelect } from './option-select.tsx'
import { PreviewState } from './printed-preview.tsx'
import classes from './reports.module.css'
import { SaveBar } from './save-bar.tsx'

const answerFormats = ['csv', 'xlsx', 'json'] as const
const localePattern = /^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/
const inPlace = ['*'] as const

/** The answers to send back to the platform: what the file holds, what is left out, what would be refused. */
export function AnswersPane() {
  const { t } = useTranslation()
  const processId = useProcessId()
  const [rememberedFormat, setFormat] = useRemembered('reports:answer-format', 'csv')
  const [locale, setLocale] = useRemembered('reports:answer-locale', 'fr')
  const [chosen, setChosen] = useState<string | null>(null)
  const format = answerFormats.find((name) => name === rememberedFormat) ?? 'csv'
  const all = useTaskRead('reports.decidimAnswers', { processId }, t('reports.previewing'))
  const components = all.data?.components ?? []
  // One component needs no choice, and what an old export did not name then stays in the file.
  const componentId = components.length > 1 ? (chosen ?? components[0]?.id) : undefined
  const read = useTaskRead(
    'reports.decidimAnswers',
    all.data === undefined ? null : { processId, ...(componentId === undefined ? {} : { componentId }) },
    t('reports.previewing'),
  )
  const plan = read.stale ? undefined : read.data
  const task = useTask('reports.writeDecidimAnswers', t('reports.document.decidim-answers'), { inPlace })
  const localeError = localePattern.test(locale) ? undefined : t('reports.localeInvalid')
  const wrong = plan !== undefined && Object.values(plan.toCorrect).some((list) => list.length > 0)
  return (
    <DocumentPane
      id="decidim-answers"
      options={
        <>
          {components.length > 1 && (
            <Select
              label={t('reports.component')}
              description={t('reports.componentHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              allowDeselect={false}
              data={components.map(({ id, submissions }) => ({
                value: id,
                label: t('reports.componentName', { id, count: submissions }),
              }))}
              value={componentId ?? null}
              onChange={setChosen}
            />
          )}
          <TextInput
            w="10rem"
            label={t('reports.locale')}
            error={localeError}
            maxLength={10}
            value={locale}
            onChange={(event) => setLocale(event.currentTarget.value)}
          />
          <OptionSelect
            label={t('reports.answerFormat')}
            values={answerFormats}
            value={format}
            name={(value) => value.toUpperCase()}
            onChange={setFormat}
          />
        </>
      }
      save={
        <SaveBar
          id="decidim-answers"
          extension={format}
          filter={t(`reports.answerFiles.${format}`)}
          task={task}
          write={(path) =>
            task.start({ processId, path, locale, ...(componentId === undefined ? {} : { componentId }) })
          }
          blockedBy={
            localeError ??
            (wrong
              ? t('reports.toCorrectReason')
              : plan?.answers === 0
                ? t('reports.noAnswerReason')
                : undefined)
          }
        />
      }
    >
      <PreviewState read={read}>{plan !== undefined && <Plan plan={plan} />}</PreviewState>
    </DocumentPane>
  )
}

function Plan({ plan }: { plan: DecidimAnswerPlan }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const counted = (key: 'answers' | 'notWritten' | 'withoutPlatformId') =>
    plan[key] > 0 && <li>{t(`reports.${key}`, { count: plan[key], formatted: number(plan[key]) })}</li>
  const problems = (['emptyAnswers', 'unknownStates', 'invalidIds'] as const).filter(
    (name) => plan.toCorrect[name].length > 0,
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.answers} tabIndex={0} aria-label={t('reports.answersCaption')}>
      {problems.length > 0 && (
        <Alert
          role="alert"
          color="yellow"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('reports.toCorrectTitle')}
        >
          {problems.map((name) => (
            <Text key={name}>
              {t(`reports.toCorrect.${name}`, { references: plan.toCorrect[name].join(', ') })}
            </Text>
          ))}
        </Alert>
      )}
      <ul className={classes.counts}>
        {counted('answers')}
        {counted('notWritten')}
        {counted('withoutPlatformId')}
      </ul>
      {plan.answers === 0 ? (
        <EmptyState
          icon={IconMessageReply}
          title={t('reports.noAnswerTitle')}
          description={t('reports.noAnswerDescription')}
          action={
            <Button component={Link} href={queueLink()}>
              {t('reports.noAnswerAction')}
            </Button>
          }
        />
      ) : (
        <table>
          <caption className="visually-hidden">{t('reports.answersCaption')}</caption>
          <thead>
            <tr>
              {(['reference', 'id', 'state', 'answer'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`reports.answerColumn.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.sample.map(({ reference, id, state, answerHtml }) => (
              <tr key={id}>
                <th scope="row">{reference}</th>
                <td>{id}</td>
                <td>{t(`reports.answerState.${state}`, { defaultValue: state })}</td>
                <td>
                  <RichText html={answerHtml} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {plan.sample.length < plan.answers && (
        <Text c="dimmed">
          {t('reports.answersFirst', { shown: plan.sample.length, formatted: number(plan.answers) })}
        </Text>
      )}
    </section>
  )
}
