import { Button, Group, Kbd, Menu, Radio, Stack, Text, Textarea } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { conclusions, studyAxes, suggestedConclusion } from '../../../shared/domain/feasibility/study-axes.ts'
import type { StudyDetail } from '../../../shared/read-models/study.ts'
import { useParvis } from '../../api/parvis.tsx'
import { showError } from '../../api/show-error.tsx'
import { FormRefusal } from '../../components/form-refusal.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { keyLabel } from '../../keys/key-name.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import { fillTemplate, templatesFor } from './answer-template.ts'
import type { ConclusionChoice } from './use-conclusion-choice.ts'
import { useStudyForm, useStudySave } from './use-study-form.ts'

interface ConclusionFormProps {
  readonly study: StudyDetail
  readonly locked: boolean
  readonly blockedBy: string | undefined
  readonly choice: ConclusionChoice
}

/** Chooses the conclusion and writes the motivated answer, which is kept as it is typed until the act itself. */
export function ConclusionForm({ study, locked, blockedBy, choice }: ConclusionFormProps) {
  const { t } = useTranslation()
  const { amount, language } = useFormats()
  const { platform } = useParvis().bridge
  const { process } = useWork()
  const write = useStudySave(study)
  const done = useDoneNotice()
  const [concluding, setConcluding] = useState(false)
  const { chosen, choose } = choice
  const conditions = useStudyForm<{ readonly conditions: string }>({
    study,
    part: 'conditions',
    read: (source) => ({ conditions: source.conditions }),
    save: (values, { client, latest, key }) =>
      client.studies.saveGrid({
        ...key,
        grid: { ...latest.grid },
        leadDepartment: latest.leadDepartment,
        dueOn: latest.dueOn,
        conditions: values.conditions,
      }),
  })
  const answer = useStudyForm<{ readonly answer: string }>({
    study,
    part: 'answer',
    read: (source) => ({ answer: source.answer }),
    save: (values, { client, key }) => client.studies.saveAnswer({ ...key, answer: values.answer }),
    blocked: () => concluding,
  })
  const words = answer.values.answer
  const missing =
    chosen === null
      ? t('studies.chooseConclusion')
      : chosen === 'infeasible' && words.trim() === ''
        ? t('studies.answerMissing')
        : undefined
  const conclude = async (): Promise<void> => {
    if (chosen === null || missing !== undefined || blockedBy !== undefined || concluding) return
    setConcluding(true)
    try {
      if (conditions.dirty) await conditions.submit()
      await write(study.version, ({ client, key }) =>
        client.studies.conclude({ ...key, conclusion: chosen, answer: words }),
      )
      answer.takeTheirs()
      choose(null)
      done(t('studies.concluded', { conclusion: t(`labels.conclusion.${chosen}`).toLowerCase() }), {
        undoable: true,
      })
    } catch (error) {
      showError(t, error)
    } finally {
      setConcluding(false)
    }
  }
  usePageKeys([
    { key: 'mod+enter', label: t('studies.conclude'), run: () => void conclude(), inFields: true },
  ])
  const insert = (template: Parameters<typeof fillTemplate>[1]): void => {
    const filled = fillTemplate(
      t,
      template,
      { ...study, conditions: conditions.values.conditions },
      { cap: process.projectCap, amount: (cents) => amount(cents) },
    )
    answer.set({ answer: words.trim() === '' ? filled : `${words.trimEnd()}\n\n${filled}` })
  }
  return (
    <Stack gap="md" maw="46rem">
      <Remaining study={study} />
      <Radio.Group
        label={t('studies.conclusion')}
        value={chosen}
        onChange={(value) => choose(conclusions.find((name) => name === value) ?? null)}
      >
        <Group mt={6} gap="md">
          {conclusions.map((name) => (
            <Radio
              key={name}
              size="xs"
              value={name}
              label={t(`labels.conclusion.${name}`)}
              disabled={locked}
            />
          ))}
        </Group>
      </Radio.Group>
      {(chosen === 'feasible-with-conditions' || conditions.values.conditions !== '') && (
        <div>
          <FormRefusal form={conditions} />
          <Textarea
            label={t('studies.conditions')}
            description={t('studies.conditionsHint')}
            autosize
            minRows={2}
            maxRows={12}
            readOnly={locked}
            value={conditions.values.conditions}
            onChange={(event) => conditions.set({ conditions: event.currentTarget.value })}
          />
        </div>
      )}
      <div>
        <FormRefusal form={answer} />
        <Textarea
          id="motivated-answer"
          label={t('studies.motivatedAnswer')}
          description={t('studies.answerHint')}
          autosize
          minRows={5}
          maxRows={24}
          readOnly={locked}
          value={words}
          onChange={(event) => answer.set({ answer: event.currentTarget.value })}
        />
        {!locked && (
          <Menu>
            <Menu.Target>
              <Button mt={6} variant="subtle" rightSection={<IconChevronDown size={14} aria-hidden />}>
                {t('studies.template')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {templatesFor(chosen).map((name) => (
                <Menu.Item key={name} onClick={() => insert(name)}>
                  {t(`studies.templates.${name}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <Group gap="xs">
        <GuardedButton
          permission="study"
          blockedBy={blockedBy ?? missing}
          loading={concluding}
          onClick={() => void conclude()}
        >
          {t('studies.conclude')}
        </GuardedButton>
        <span aria-hidden>
          {keyLabel('mod+enter', language, platform).map((part) => (
            <Kbd key={part} size="xs" mr={4}>
              {part}
            </Kbd>
          ))}
        </span>
      </Group>
    </Stack>
  )
}

/** What is not there yet; nothing of it stands in the way of a decision. */
function Remaining({ study }: { readonly study: StudyDetail }) {
  const { t } = useTranslation()
  const axes = studyAxes.length - Object.keys(study.grid).length
  const awaited = study.opinions.filter(({ givenOn }) => givenOn === null).length
  const suggestion = suggestedConclusion(study.grid)
  const costed = study.costLines.length > 0 || study.addOns.preliminaryStudies > 0
  const missing = [
    ...(axes > 0 ? [t('studies.remainingAxes', { count: axes })] : []),
    ...(awaited > 0 ? [t('studies.remainingOpinions', { count: awaited })] : []),
    ...(costed ? [] : [t('studies.remainingEstimate')]),
    ...(study.annualRunningCost === null ? [t('studies.remainingRunningCost')] : []),
  ]
  return (
    <div>
      <Text fw={600}>
        {suggestion === undefined
          ? t('studies.suggestsNothing')
          : t('studies.suggests', { conclusion: t(`labels.conclusion.${suggestion}`).toLowerCase() })}
      </Text>
      <Text size="sm" c="dimmed">
        {missing.length === 0
          ? t('studies.nothingRemaining')
          : t('studies.remainingList', { list: missing.join(', ') })}
      </Text>
    </div>
  )
}
