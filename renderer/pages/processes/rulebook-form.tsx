import { Checkbox, Stack, Table, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type RefusalReason, refusalReasons } from '../../../shared/domain/moderation/refusal-reason.ts'
import type { ProcessDetail } from '../../../shared/read-models/process.ts'
import { FormFooter } from '../../components/form-footer.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useWork } from '../../session/session.tsx'
import { useProcessForm } from './use-process-form.ts'

interface RulebookValues {
  readonly text: string
  /** Article by reason; a reason that is not there is not foreseen. */
  readonly articles: Readonly<Partial<Record<RefusalReason, string>>>
}

function readRulebook({ rulebook }: ProcessDetail): RulebookValues {
  return {
    text: rulebook.text,
    articles: Object.fromEntries(rulebook.criteria.map(({ reason, article }) => [reason, article])),
  }
}

/** The rules in force and the refusal reasons that they found. */
export function RulebookForm() {
  const { t } = useTranslation()
  const { instantDay } = useFormats()
  const { rulebook } = useWork().process
  const form = useProcessForm('rulebook', readRulebook, (client, { text, articles }, key) =>
    client.processes.saveRulebook({
      ...key,
      text,
      criteria: refusalReasons.flatMap((reason) => {
        const article = articles[reason]
        return article === undefined ? [] : [{ reason, article }]
      }),
    }),
  )
  const { articles } = form.values
  const foresee = (reason: RefusalReason, on: boolean): void => {
    const { [reason]: _dropped, ...rest } = articles
    form.set({ articles: on ? { ...rest, [reason]: '' } : rest })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit()
      }}
    >
      <Stack maw="52rem">
        <Text>
          {t('processes.rulebookVersion', {
            number: rulebook.number,
            date: instantDay(rulebook.adoptedAt),
          })}
        </Text>
        <Textarea
          label={t('processes.rulebookText')}
          autosize
          minRows={8}
          maxRows={20}
          value={form.values.text}
          onChange={(event) => form.set({ text: event.currentTarget.value })}
        />
        <Title order={2}>{t('processes.criteria')}</Title>
        <Text c="dimmed">{t('processes.criteriaHint')}</Text>
        <Table>
          <Table.Caption className="visually-hidden">{t('processes.criteria')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('processes.criterion')}</Table.Th>
              <Table.Th scope="col">{t('processes.article')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {refusalReasons.map((reason) => {
              const label = t(`labels.reason.${reason}`)
              const article = articles[reason]
              return (
                <Table.Tr key={reason}>
                  <Table.Td>
                    <Checkbox
                      label={label}
                      checked={article !== undefined}
                      onChange={(event) => foresee(reason, event.currentTarget.checked)}
                    />
                  </Table.Td>
                  <Table.Td w="45%">
                    <TextInput
                      aria-label={t('processes.articleOf', { reason: label })}
                      disabled={article === undefined}
                      value={article ?? ''}
                      onChange={(event) =>
                        form.set({ articles: { ...articles, [reason]: event.currentTarget.value } })
                      }
                    />
                  </Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
        <FormFooter form={form} permission="configure-process" />
      </Stack>
    </form>
  )
}
