import { Checkbox, Group, Select, Stack, Table, TagsInput, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type QuestionKind, questionKinds } from '../../../shared/domain/paper/form-question.ts'
import type { FormQuestions } from '../../../shared/read-models/paper.ts'
import { useClient } from '../../api/parvis.tsx'
import { useRead } from '../../api/use-call.ts'
import { FormFooter } from '../../components/form-footer.tsx'
import { useVersionedForm } from '../../components/use-versioned-form.ts'
import { useWork } from '../../session/session.tsx'
import { AddLine, type EditedLine, type Lines, LineTable, useLines } from './line-table.tsx'

/** `name` is the question itself, as every edited line calls it. */
interface QuestionLine extends EditedLine {
  readonly help: string
  readonly kind: QuestionKind
  readonly choices: readonly string[]
  readonly required: boolean
}

function readQuestions({ questions }: FormQuestions): Lines<QuestionLine> {
  return {
    lines: questions.map(({ id, label, help, kind, choices, required }) => ({
      key: id,
      id,
      name: label,
      help,
      kind,
      choices,
      required,
    })),
  }
}

/** The questions of the paper form, in the order in which they are asked. */
export function QuestionsForm() {
  const { process } = useWork()
  const { data } = useRead('paper.questions', { processId: process.id })
  return data === undefined ? null : <QuestionTable source={data} />
}

function QuestionTable({ source }: { readonly source: FormQuestions }) {
  const { t } = useTranslation()
  const client = useClient()
  const { process } = useWork()
  const form = useVersionedForm({
    draftKey: `process questions ${process.id}`,
    source,
    read: readQuestions,
    save: ({ lines }, version) =>
      client.paper.saveQuestions({
        processId: process.id,
        version,
        questions: lines.map(({ key: _key, name, choices, ...line }) => ({
          ...line,
          label: name,
          choices: [...choices],
        })),
      }),
  })
  const { lines, change, replace, unnamed } = useLines(form)
  const choiceless = lines.some(({ kind, choices }) => kind === 'choice' && choices.length < 2)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit()
      }}
    >
      <Stack maw="64rem">
        <Text size="sm" c="dimmed">
          {t('paper.questions.hint')}
        </Text>
        {lines.length === 0 ? (
          <Text>{t('paper.questions.empty')}</Text>
        ) : (
          <LineTable
            caption={t('paper.questions.caption')}
            heads={[t('paper.questions.label'), t('paper.questions.kind'), t('paper.questions.required')]}
            lines={lines}
            onReplace={replace}
            cells={(line, index) => (
              <>
                <Table.Td miw="9rem">
                  <TextInput
                    aria-label={t('paper.questions.labelOf', { index: index + 1 })}
                    maxLength={300}
                    value={line.name}
                    onChange={(event) => change(index, { name: event.currentTarget.value })}
                  />
                  <TextInput
                    mt={4}
                    size="xs"
                    placeholder={t('paper.questions.help')}
                    aria-label={t('paper.questions.helpOf', { index: index + 1 })}
                    maxLength={300}
                    value={line.help}
                    onChange={(event) => change(index, { help: event.currentTarget.value })}
                  />
                </Table.Td>
                <Table.Td miw="8rem">
                  <Select
                    aria-label={t('paper.questions.kindOf', { index: index + 1 })}
                    allowDeselect={false}
                    data={questionKinds.map((kind) => ({
                      value: kind,
                      label: t(`paper.questions.kinds.${kind}`),
                    }))}
                    value={line.kind}
                    onChange={(value) =>
                      change(index, { kind: questionKinds.find((kind) => kind === value) ?? 'short' })
                    }
                  />
                  {line.kind === 'choice' && (
                    <TagsInput
                      mt={4}
                      aria-label={t('paper.questions.choicesOf', { index: index + 1 })}
                      placeholder={t('paper.questions.choicesHint')}
                      maxTags={30}
                      value={[...line.choices]}
                      onChange={(choices) => change(index, { choices })}
                    />
                  )}
                </Table.Td>
                <Table.Td w="5rem">
                  <Checkbox
                    aria-label={t('paper.questions.requiredOf', { index: index + 1 })}
                    checked={line.required}
                    onChange={(event) => change(index, { required: event.currentTarget.checked })}
                  />
                </Table.Td>
              </>
            )}
          />
        )}
        <Group>
          <AddLine
            label={t('paper.questions.add')}
            onAdd={() =>
              replace([
                ...lines,
                {
                  key: crypto.randomUUID(),
                  name: '',
                  help: '',
                  kind: 'short',
                  choices: [],
                  required: false,
                },
              ])
            }
          />
        </Group>
        <FormFooter
          form={form}
          permission="configure-process"
          blockedBy={unnamed ?? (choiceless ? t('paper.questions.choicesMissing') : undefined)}
        />
      </Stack>
    </form>
  )
}
