import { Alert, Button, Group, Stack, Text, Textarea, TextInput, UnstyledButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stageGroups, stages } from '../../../shared/domain/lifecycle/stage.ts'
import { useRead } from '../../api/use-call.ts'
import { Dialog } from '../../components/dialog.tsx'
import { StageBadge } from '../../components/stage-badge.tsx'
import { useProcessId } from '../../session/session.tsx'
import classes from './decision.module.css'
import type { SingleSubject } from './use-moderation.ts'

/** Proposals that may lead a group: not closed, not yet on the ballot. */
const leading = stages.filter(
  (stage) =>
    stage !== 'draft' && ![...stageGroups.closed, ...stageGroups.onBallot].some((other) => other === stage),
)

/** The word that tells most about a title: its longest one. */
function tellingWord(title: string): string {
  const words = title.match(/[\p{L}\p{N}]{4,}/gu) ?? []
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '')
}

const shown = 8

interface MergePickerProps {
  readonly subject: SingleSubject
  readonly pending: boolean
  readonly refusal: string | undefined
  onMerge(intoId: string, rationale: string): void
  onClose(): void
}

/** Finds the proposal under which this one is grouped; arrows choose, Enter merges. */
export function MergePicker({ subject, pending, refusal, onMerge, onClose }: MergePickerProps) {
  const { t } = useTranslation()
  const processId = useProcessId()
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [words] = useDebouncedValue(typed.trim(), 100)
  // Before anything is typed: what shares the most telling word of the title.
  const asked = words === '' ? tellingWord(subject.title) : words
  const { data } = useRead('submissions.list', {
    processId,
    stages: [...leading],
    ...(asked === '' ? {} : { search: asked }),
    sort: asked === '' ? 'number' : 'relevance',
    limit: shown + 1,
  })
  const rows = (data?.rows ?? []).filter(({ id }) => id !== subject.id).slice(0, shown)
  const [index, setIndex] = useState(0)
  const pointed = rows[Math.min(index, rows.length - 1)]
  const [answer, setAnswer] = useState<string>()
  const proposed =
    pointed === undefined
      ? ''
      : t('submissions.answer.merged', { reference: pointed.reference, title: pointed.title })
  const text = answer ?? proposed

  const merge = (): void => {
    if (pointed !== undefined && !pending) onMerge(pointed.id, text.trim())
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setIndex(Math.min(rows.length - 1, index + 1))
    else if (event.key === 'ArrowUp') setIndex(Math.max(0, index - 1))
    else if (event.key === 'Enter') merge()
    else return
    event.preventDefault()
  }
  return (
    <Dialog
      size="lg"
      onClose={onClose}
      title={t('submissions.mergeTitle', { reference: subject.reference, title: subject.title })}
    >
      <Stack gap="sm">
        <TextInput
          data-autofocus
          type="search"
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={pointed === undefined ? undefined : `${listId}-${pointed.id}`}
          label={t('submissions.mergeSearch')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setIndex(0)
          }}
          onKeyDown={press}
        />
        <div
          id={listId}
          role="listbox"
          aria-label={t('submissions.mergeCandidates')}
          className={classes.candidates}
        >
          {rows.map((row) => (
            <UnstyledButton
              key={row.id}
              id={`${listId}-${row.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={row === pointed}
              className={classes.candidate}
              onClick={() => setIndex(rows.indexOf(row))}
              onDoubleClick={merge}
            >
              <span className={classes.candidateReference}>{row.reference}</span>
              <span className={classes.candidateTitle}>
                {row.title}
                <span className={classes.candidateExcerpt}>{row.excerpt}</span>
              </span>
              <StageBadge stage={row.stage} />
            </UnstyledButton>
          ))}
          {data !== undefined && rows.length === 0 && (
            <Text c="dimmed">{t(words === '' ? 'submissions.mergeNoneClose' : 'submissions.mergeNone')}</Text>
          )}
        </div>
        <Textarea
          autosize
          minRows={2}
          maxRows={8}
          label={t('submissions.answerLabel')}
          value={text}
          onChange={(event) => setAnswer(event.currentTarget.value)}
        />
        {refusal !== undefined && (
          <Alert role="alert" color="red" py={6}>
            {refusal}
          </Alert>
        )}
        <Group gap="xs">
          <Button loading={pending} disabled={pointed === undefined} onClick={merge}>
            {pointed === undefined
              ? t('submissions.confirm.merged')
              : t('submissions.mergeInto', { reference: pointed.reference })}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
