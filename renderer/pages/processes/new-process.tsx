import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ProcessKind, processKinds } from '../../../shared/domain/processes/process-kind.ts'
import { useChange } from '../../api/use-call.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'

/** Adds another démarche to the dossier and goes to it. */
export function NewProcess() {
  const { t } = useTranslation()
  const { chooseProcess } = useWork()
  const [opened, { open, close }] = useDisclosure()
  const [kind, setKind] = useState<ProcessKind>('participatory-budget')
  const [title, setTitle] = useState('')
  const create = useChange('processes.create')
  const done = useDoneNotice()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    create.mutate(
      { kind, title },
      {
        onSuccess: (process) => {
          close()
          setTitle('')
          chooseProcess(process.id)
          done(t('processes.processAdded', { title: process.title }))
        },
      },
    )
  }
  return (
    <>
      <GuardedButton permission="configure-process" variant="default" onClick={open}>
        {t('processes.newProcess')}
      </GuardedButton>
      <Modal
        opened={opened}
        onClose={close}
        title={t('processes.newProcess')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <form onSubmit={submit}>
          <Stack>
            <Radio.Group
              label={t('processes.field.kind')}
              value={kind}
              onChange={(value) => setKind(processKinds.find((known) => known === value) ?? kind)}
            >
              <Stack gap="xs" mt="xs">
                {processKinds.map((known) => (
                  <Radio key={known} value={known} label={t(`labels.processKind.${known}`)} />
                ))}
              </Stack>
            </Radio.Group>
            <TextInput
              required
              data-autofocus
              label={t('processes.field.title')}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
            <Group>
              <Button type="submit" loading={create.isPending} disabled={title.trim() === ''}>
                {t('common.add')}
              </Button>
              <Button variant="subtle" onClick={close}>
                {t('common.cancel')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  )
}
