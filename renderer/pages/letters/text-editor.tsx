import { Alert, Button, Group, Menu, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { IconBraces } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type UnknownField, unknownFields } from '../../../shared/domain/letters/fill-template.ts'
import { fieldNames, type LetterField, letterFields } from '../../../shared/domain/letters/letter-fields.ts'
import type { LetterTemplate } from '../../../shared/read-models/letter.ts'
import { describeError } from '../../api/show-error.tsx'
import { useChange } from '../../api/use-call.ts'
import { useDraft } from '../../components/drafts.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useProcessId } from '../../session/session.tsx'
import { usePermission } from '../../session/use-permission.ts'
import classes from './letters.module.css'
import { TextPreview } from './text-preview.tsx'
import { TextVersions } from './text-versions.tsx'

interface Typed {
  readonly subject: string
  readonly body: string
  /** The version that was changed. */
  readonly basedOn: number
}

/** One text: its words with their fields, what they say of a real proposal, its versions. */
export function TextEditor({ template }: { readonly template: LetterTemplate }) {
  const { t } = useTranslation()
  const processId = useProcessId()
  const { kind, reason } = template
  const topic = { processId, kind, reason }
  const name = reason === null ? t(`letters.kind.${kind}`) : t(`labels.reason.${reason}`)
  const [draft, keep] = useDraft<Typed>(`letter text ${processId} ${kind} ${reason ?? ''}`)
  const typed = draft ?? { subject: template.subject, body: template.body, basedOn: template.number }
  const set = (part: Partial<Typed>): void => keep({ ...typed, ...part })
  const { allowed } = usePermission('configure-process')
  const save = useChange('letters.saveTemplate', { inPlace: ['*'] })
  const drop = useChange('letters.dropTemplate')
  const done = useDoneNotice()
  const area = useRef<HTMLTextAreaElement>(null)
  const [target, setTarget] = useState<'subject' | 'body'>('body')
  const line = useRef<HTMLInputElement>(null)
  const inSubject = unknownFields(typed.subject)
  const inBody = unknownFields(typed.body)
  const empty = typed.subject.trim() === '' || typed.body.trim() === ''
  const unknown = inSubject.length + inBody.length > 0
  const changed = typed.subject !== template.subject || typed.body !== template.body

  const insert = (field: LetterField): void => {
    const element = target === 'subject' ? line.current : area.current
    if (element === null) return
    const { selectionStart, selectionEnd, value } = element
    const start = selectionStart ?? value.length
    const end = selectionEnd ?? start
    const word = `{${fieldNames[field]}}`
    set({ [target]: `${value.slice(0, start)}${word}${value.slice(end)}` })
    // Drawn first: the cursor goes behind what was put in.
    requestAnimationFrame(() => {
      element.focus()
      element.setSelectionRange(start + word.length, start + word.length)
    })
  }
  const goTo = (element: HTMLInputElement | HTMLTextAreaElement | null, place: UnknownField): void => {
    element?.focus()
    element?.setSelectionRange(place.start, place.end)
  }
  const submit = (): void => {
    save.mutate(
      { ...topic, basedOn: typed.basedOn, subject: typed.subject, body: typed.body },
      {
        onSuccess: () => {
          keep(undefined)
          done(t('letters.template.saved', { name }), { undoable: true })
        },
        // Once the other version is known, what was typed may follow it.
        onError: ({ code }) => {
          if (code === 'changed-meanwhile') set({ basedOn: template.number })
        },
      },
    )
  }
  const problem = (place: UnknownField, where: 'subject' | 'body') => (
    <li key={`${where} ${place.start}`}>
      {where === 'subject'
        ? t('letters.template.unknownInSubject', { name: place.name })
        : t('letters.template.unknown', { name: place.name, line: place.line, column: place.column })}
      <Button
        variant="subtle"
        size="compact-xs"
        onClick={() => goTo(where === 'subject' ? line.current : area.current, place)}
      >
        {t('letters.template.goThere')}
      </Button>
    </li>
  )
  return (
    <section className={classes.editor} aria-labelledby="letter-text">
      <Group className={classes.wide ?? ''} justify="space-between">
        <Title order={2} size="h4" id="letter-text">
          {name}
        </Title>
        <Text c="dimmed" role="status">
          {changed ? t('letters.template.unsaved') : ''}
        </Text>
      </Group>
      <Stack gap="sm">
        {reason !== null && !template.own && <Text c="dimmed">{t('letters.template.general')}</Text>}
        <TextInput
          ref={line}
          required
          maxLength={300}
          readOnly={!allowed}
          label={t('letters.subject')}
          value={typed.subject}
          error={inSubject.length > 0}
          onFocus={() => setTarget('subject')}
          onChange={(event) => set({ subject: event.currentTarget.value })}
        />
        <Textarea
          ref={area}
          required
          autosize
          minRows={14}
          maxRows={20}
          maxLength={20_000}
          readOnly={!allowed}
          label={t('letters.body')}
          description={`${t('letters.bodyHint')} ${t('letters.template.emptyParagraph')}`}
          value={typed.body}
          error={inBody.length > 0}
          onFocus={() => setTarget('body')}
          onChange={(event) => set({ body: event.currentTarget.value })}
        />
        {unknown && (
          <div role="alert">
            <ul className={classes.problems}>
              {inSubject.map((place) => problem(place, 'subject'))}
              {inBody.map((place) => problem(place, 'body'))}
            </ul>
          </div>
        )}
        {save.error !== null && (
          <Alert role="alert" color="red">
            {save.error.code === 'changed-meanwhile'
              ? t('letters.template.changedMeanwhile')
              : describeError(t, save.error)}
          </Alert>
        )}
        <div className={classes.textActs}>
          <GuardedButton
            permission="configure-process"
            loading={save.isPending}
            blockedBy={
              unknown
                ? t('letters.template.blocked')
                : empty
                  ? t('letters.template.empty')
                  : changed
                    ? undefined
                    : t('common.nothingToSave')
            }
            onClick={submit}
          >
            {t('letters.template.save')}
          </GuardedButton>
          <Menu withinPortal>
            <Menu.Target>
              <GuardedButton
                permission="configure-process"
                variant="default"
                leftSection={<IconBraces size={16} aria-hidden />}
              >
                {t('letters.template.insert')}
              </GuardedButton>
            </Menu.Target>
            <Menu.Dropdown mah="22rem" style={{ overflowY: 'auto' }}>
              {letterFields.map((field) => (
                <Menu.Item
                  key={field}
                  rightSection={<Text c="dimmed" size="xs">{`{${fieldNames[field]}}`}</Text>}
                  onClick={() => insert(field)}
                >
                  {t(`letters.field.${field}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          {changed && (
            <Button variant="subtle" onClick={() => keep(undefined)}>
              {t('letters.template.discard')}
            </Button>
          )}
          {reason !== null && template.own && (
            <GuardedButton
              permission="configure-process"
              variant="subtle"
              loading={drop.isPending}
              onClick={() =>
                drop.mutate(
                  { processId, kind, reason },
                  {
                    onSuccess: () => {
                      keep(undefined)
                      done(t('letters.template.dropped', { name }), { undoable: true })
                    },
                  },
                )
              }
            >
              {t('letters.template.drop')}
            </GuardedButton>
          )}
        </div>
        <TextVersions
          topic={topic}
          current={template}
          onRestore={({ subject, body }) => {
            set({ subject, body, basedOn: template.number })
            done(t('letters.template.restored'))
          }}
        />
      </Stack>
      <TextPreview topic={topic} subject={typed.subject} body={typed.body} />
    </section>
  )
}
