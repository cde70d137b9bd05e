import { ActionIcon, Button, Checkbox, Group, Menu, Stack, TextInput } from '@mantine/core'
import { IconBookmark, IconChevronDown, IconTrash, IconUsers } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange, useRead } from '../../api/use-call.ts'
import { Dialog } from '../../components/dialog.tsx'
import { emptyQuery, type QueueQuery, readQuery, writeQuery } from '../../components/queue-query.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { useWork } from '../../session/session.tsx'
import classes from './queue.module.css'

interface SavedViewsProps {
  readonly query: QueueQuery
  onChoose(query: QueueQuery): void
}

/** Views that everybody has, those that are shared, one's own; and the way to keep the present one. */
export function SavedViews({ query, onChoose }: SavedViewsProps) {
  const { t } = useTranslation()
  const { process, person } = useWork()
  const { data: views = [] } = useRead('submissions.savedViews', { processId: process.id })
  const remove = useChange('submissions.deleteView')
  const done = useDoneNotice()
  const [naming, setNaming] = useState(false)
  const usual = [
    { key: 'toModerate', query: { ...emptyQuery, stages: ['submitted'] } },
    { key: 'incomplete', query: { ...emptyQuery, stages: ['incomplete'] } },
    { key: 'mine', query: { ...emptyQuery, assignees: [person.id] } },
    { key: 'all', query: emptyQuery },
  ] as const satisfies readonly { key: string; query: QueueQuery }[]
  const now = writeQuery(query)
  const name =
    views.find((view) => view.query === now)?.name ??
    usual
      .filter((view) => writeQuery(view.query) === now)
      .map(({ key }) => t(`submissions.view.${key}`))[0] ??
    t('submissions.view.unnamed')
  return (
    <>
      <Menu withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconBookmark size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            aria-label={t('submissions.views', { name })}
          >
            {name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {usual.map((view) => (
            <Menu.Item key={view.key} onClick={() => onChoose(view.query)}>
              {t(`submissions.view.${view.key}`)}
            </Menu.Item>
          ))}
          {views.length > 0 && <Menu.Divider />}
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              leftSection={
                view.ownerId === null ? (
                  <IconUsers size={16} aria-label={t('submissions.viewShared')} />
                ) : undefined
              }
              onClick={() => onChoose(readQuery(view.query))}
            >
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setNaming(true)}>{t('submissions.saveView')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {naming && (
        <ViewForm query={now} onClose={() => setNaming(false)}>
          {views.map((view) => (
            <Group key={view.id} justify="space-between" className={classes.view}>
              <span>{view.name}</span>
              <ActionIcon
                aria-label={t('submissions.deleteView', { name: view.name })}
                onClick={() =>
                  remove.mutate(
                    { processId: process.id, id: view.id },
                    {
                      onSuccess: () =>
                        done(t('submissions.viewDeleted', { name: view.name }), { undoable: true }),
                    },
                  )
                }
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
        </ViewForm>
      )}
    </>
  )
}

interface ViewFormProps {
  readonly query: string
  readonly children: React.ReactNode
  onClose(): void
}

function ViewForm({ query, children, onClose }: ViewFormProps) {
  const { t } = useTranslation()
  const { process } = useWork()
  const save = useChange('submissions.saveView')
  const done = useDoneNotice()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() === '') return
    save.mutate(
      { processId: process.id, name, query, shared },
      {
        onSuccess: () => {
          done(t('submissions.viewSaved', { name: name.trim() }))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog onClose={onClose} title={t('submissions.saveViewTitle')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            required
            data-autofocus
            label={t('submissions.viewName')}
            maxLength={300}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Checkbox
            label={t('submissions.viewShare')}
            checked={shared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
          <Group>
            <Button type="submit" loading={save.isPending}>
              {t('common.save')}
            </Button>
            <Button variant="subtle" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </Group>
          {children}
        </Stack>
      </form>
    </Dialog>
  )
}
