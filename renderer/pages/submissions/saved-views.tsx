import { ActionIcon, Button, Checkbox, Group, Menu, Stack, TextInput } from '@mantine/core'
import { IconBookmark, IconChevronDown, IconTrash, IconUsers } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-call.ts'
import { Dialog } from '../../components/dialog.tsx'
import { type QueueQuery, writeQuery } from '../../components/queue-query.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { useWork } from '../../session/session.tsx'
import classes from './queue.module.css'
import type { OfferedView, Views } from './use-views.ts'

interface SavedViewsProps {
  readonly query: QueueQuery
  readonly views: Views
  onChoose(query: QueueQuery): void
}

/** All views with their counts: those that everybody has, those that are shared, one's own; and the way to keep the present one. */
export function SavedViews({ query, views, onChoose }: SavedViewsProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { process } = useWork()
  const remove = useChange('submissions.deleteView')
  const done = useDoneNotice()
  const [opened, setOpened] = useState(false)
  const [naming, setNaming] = useState(false)
  const now = writeQuery(query)
  const name = views.shown?.name ?? t('submissions.view.unnamed')
  const saved = views.all.flatMap((view) => (view.saved === undefined ? [] : [view.saved]))
  usePageKeys([{ key: 'v', label: t('submissions.key.views'), run: () => setOpened(true) }])
  const item = (view: OfferedView) => (
    <Menu.Item
      key={view.id}
      aria-current={view === views.shown ? 'true' : undefined}
      leftSection={
        view.saved?.ownerId === null ? (
          <IconUsers size={16} aria-label={t('submissions.viewShared')} />
        ) : undefined
      }
      rightSection={
        view.count !== undefined && <span className={classes.viewCount}>{number(view.count)}</span>
      }
      onClick={() => onChoose(view.query)}
    >
      {view.name}
    </Menu.Item>
  )
  return (
    <>
      <Menu withinPortal opened={opened} onChange={setOpened}>
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconBookmark size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            aria-label={t('submissions.views', { name })}
            aria-keyshortcuts="v"
          >
            {name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.all.filter(({ saved }) => saved === undefined).map(item)}
          {saved.length > 0 && <Menu.Divider />}
          {views.all.filter(({ saved }) => saved !== undefined).map(item)}
          <Menu.Divider />
          <Menu.Item onClick={() => setNaming(true)}>{t('submissions.saveView')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {naming && (
        <ViewForm query={now} onClose={() => setNaming(false)}>
          {saved.map((view) => (
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
