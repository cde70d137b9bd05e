import { Checkbox, Stack, Switch, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Role, roles } from '../../../shared/domain/people/permissions.ts'
import type { PersonProfile } from '../../../shared/read-models/dossier.ts'
import { useChange } from '../../api/use-call.ts'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { useWork } from '../../session/session.tsx'

interface PersonFormProps {
  readonly person: PersonProfile | 'new'
  onClose(): void
}

/** Adds a person or changes one; a refusal is said here and keeps what was typed. */
export function PersonForm({ person, onClose }: PersonFormProps) {
  const { t } = useTranslation()
  const { process } = useWork()
  const known = person === 'new' ? undefined : person
  const [name, setName] = useState(known?.name ?? '')
  const [held, setHeld] = useState<readonly Role[]>(known?.roles ?? [])
  const [department, setDepartment] = useState(known?.department ?? '')
  const [active, setActive] = useState(known?.active ?? true)
  const [tried, setTried] = useState(false)
  const add = useChange('people.add', { inPlace: ['*'] })
  const update = useChange('people.update', { inPlace: ['*'] })
  const done = useDoneNotice()
  const error = add.error ?? update.error

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '' || held.length === 0) return
    const common = { name, roles: [...held], department: department.trim() === '' ? null : department }
    if (known === undefined) {
      add.mutate(common, {
        onSuccess: (added) => {
          done(t('people.added', { name: added.name }))
          onClose()
        },
      })
    } else {
      update.mutate({ ...common, id: known.id, version: known.version, active }, { onSuccess: onClose })
    }
  }
  return (
    <Dialog onClose={onClose} title={t(known === undefined ? 'people.add' : 'people.editTitle')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            required
            data-autofocus
            label={t('people.name')}
            value={name}
            error={tried && name.trim() === '' ? t('common.required') : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Checkbox.Group
            required
            label={t('people.roles')}
            value={[...held]}
            error={tried && held.length === 0 ? t('people.rolesMissing') : undefined}
            onChange={(chosen) => setHeld(roles.filter((role) => chosen.includes(role)))}
          >
            <Stack gap="xs" mt="xs">
              {roles.map((role) => (
                <Checkbox key={role} value={role} label={t(`labels.role.${role}`)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <TextInput
            label={t('people.department')}
            value={department}
            list="departments"
            onChange={(event) => setDepartment(event.currentTarget.value)}
          />
          <datalist id="departments">
            {process.departments.map((known) => (
              <option key={known} value={known} />
            ))}
          </datalist>
          {known !== undefined && (
            <Switch
              label={t('people.active')}
              description={t('people.activeHint')}
              checked={active}
              onChange={(event) => setActive(event.currentTarget.checked)}
            />
          )}
          <DialogFoot
            error={error}
            pending={add.isPending || update.isPending}
            act={t(known === undefined ? 'common.add' : 'common.save')}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  )
}
