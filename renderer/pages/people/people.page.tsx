import { ActionIcon, Badge, Stack, Table, Title } from '@mantine/core'
import { IconCheck, IconMinus, IconPencil, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may, permissions, roles } from '../../../shared/domain/people/permissions.ts'
import type { PersonProfile } from '../../../shared/read-models/dossier.ts'
import { useRead } from '../../api/use-call.ts'
import { Page } from '../../components/page.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import { usePermission } from '../../session/use-permission.ts'
import { Absences } from './absences.tsx'
import { PassphraseForm } from './passphrase-form.tsx'
import { PersonForm } from './person-form.tsx'

/** Who works in the dossier, with which roles; one's own passphrase. */
export function PeoplePage() {
  const { t } = useTranslation()
  const { person: me } = useWork()
  const { data: people = [] } = useRead('people.list', {})
  const manage = usePermission('manage-people')
  const [edited, setEdited] = useState<PersonProfile | 'new'>()
  return (
    <Page
      title={t('people.title')}
      subtitle={t('people.subtitle')}
      actions={
        <GuardedButton
          permission="manage-people"
          leftSection={<IconUserPlus size={16} aria-hidden />}
          onClick={() => setEdited('new')}
        >
          {t('people.add')}
        </GuardedButton>
      }
    >
      <Stack gap="xl" maw="64rem">
        <Table.ScrollContainer minWidth="36rem">
          <Table highlightOnHover>
            <Table.Caption className="visually-hidden">{t('people.caption')}</Table.Caption>
            <Table.Thead>
              <Table.Tr>
                {(['name', 'roles', 'department', 'passphrase', 'state'] as const).map((column) => (
                  <Table.Th key={column} scope="col">
                    {t(`people.${column}`)}
                  </Table.Th>
                ))}
                <Table.Th scope="col">
                  <span className="visually-hidden">{t('common.edit')}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {people.map((person) => (
                <Table.Tr key={person.id}>
                  <Table.Th scope="row">
                    {person.name}
                    {person.id === me.id && (
                      <Badge ml="xs" size="sm" variant="light" tt="none">
                        {t('people.me')}
                      </Badge>
                    )}
                  </Table.Th>
                  <Table.Td>{person.roles.map((role) => t(`labels.role.${role}`)).join(', ')}</Table.Td>
                  <Table.Td>{person.department ?? '—'}</Table.Td>
                  <Table.Td>
                    {t(person.hasPassphrase ? 'people.passphraseSet' : 'people.passphraseNone')}
                  </Table.Td>
                  <Table.Td>{t(person.active ? 'people.active' : 'people.inactive')}</Table.Td>
                  <Table.Td ta="end">
                    {manage.allowed && (
                      <ActionIcon
                        aria-label={t('people.edit', { name: person.name })}
                        onClick={() => setEdited(person)}
                      >
                        <IconPencil size={16} />
                      </ActionIcon>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Absences />
        <PassphraseForm person={people.find(({ id }) => id === me.id) ?? me} />
        <Rights />
      </Stack>
      {edited !== undefined && <PersonForm person={edited} onClose={() => setEdited(undefined)} />}
    </Page>
  )
}

/** The table of roles and rights, as the services apply it. */
function Rights() {
  const { t } = useTranslation()
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>{t('people.rightsTitle')}</Title>
      <Table.ScrollContainer minWidth="44rem">
        <Table>
          <Table.Caption className="visually-hidden">{t('people.rightsTitle')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('people.right')}</Table.Th>
              {roles.map((role) => (
                <Table.Th key={role} scope="col" ta="center">
                  {t(`labels.role.${role}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {permissions.map((permission) => (
              <Table.Tr key={permission}>
                <Table.Th scope="row" fw={400}>
                  {t(`labels.permission.${permission}`)}
                </Table.Th>
                {roles.map((role) => (
                  <Table.Td key={role} ta="center">
                    {may([role], permission) ? (
                      <IconCheck size={16} role="img" aria-label={t('people.may')} />
                    ) : (
                      <IconMinus
                        size={16}
                        role="img"
                        color="var(--parvis-control-line)"
                        aria-label={t('people.mayNot')}
                      />
                    )}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  )
}
