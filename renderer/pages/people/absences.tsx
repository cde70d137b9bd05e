import { ActionIcon, Group, Stack, Table, Text, Title } from '@mantine/core'
import { IconPencil, IconPlaneDeparture, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDayOf } from '../../../shared/domain/dates/local-day.ts'
import type { Absence } from '../../../shared/read-models/team.ts'
import { useChange, useRead } from '../../api/use-call.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import { usePermission } from '../../session/use-permission.ts'
import { AbsenceForm } from './absence-form.tsx'

/** Who is or will be away, and who stands in. */
export function Absences() {
  const { t } = useTranslation()
  const { day } = useFormats()
  const { person } = useWork()
  const { data: absences = [] } = useRead('team.absences', {})
  const lead = usePermission('lead-team', false)
  const write = usePermission('write-note', false)
  const remove = useChange('team.removeAbsence')
  const done = useDoneNotice()
  const [edited, setEdited] = useState<Absence | 'new'>()
  const today = localDayOf(new Date().toISOString(), 'Europe/Paris')
  return (
    <Stack component="section" gap="xs">
      <Group justify="space-between">
        <Title order={2}>{t('team.absence.title')}</Title>
        <GuardedButton
          permission="write-note"
          variant="default"
          leftSection={<IconPlaneDeparture size={16} aria-hidden />}
          onClick={() => setEdited('new')}
        >
          {t('team.absence.add')}
        </GuardedButton>
      </Group>
      <Text c="dimmed" size="sm">
        {t('team.absence.hint')}
      </Text>
      {absences.length === 0 ? (
        <Text>{t('team.absence.none')}</Text>
      ) : (
        <Table.ScrollContainer minWidth="36rem">
          <Table>
            <Table.Caption className="visually-hidden">{t('team.absence.caption')}</Table.Caption>
            <Table.Thead>
              <Table.Tr>
                {(['person', 'from', 'until', 'standIn'] as const).map((column) => (
                  <Table.Th key={column} scope="col">
                    {t(`team.absence.${column}`)}
                  </Table.Th>
                ))}
                <Table.Th scope="col">
                  <span className="visually-hidden">{t('common.edit')}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {absences.map((absence) => {
                const mayChange = lead.allowed || (write.allowed && absence.personId === person.id)
                return (
                  <Table.Tr key={absence.id}>
                    <Table.Th scope="row" fw={400}>
                      {absence.personName}
                      {absence.fromOn <= today && (
                        <Text component="span" size="sm" c="dimmed">
                          {` – ${t('team.absence.now')}`}
                        </Text>
                      )}
                    </Table.Th>
                    <Table.Td>{day(absence.fromOn)}</Table.Td>
                    <Table.Td>{day(absence.untilOn)}</Table.Td>
                    <Table.Td>{absence.standInName ?? t('team.absence.noStandIn')}</Table.Td>
                    <Table.Td ta="end">
                      {mayChange && (
                        <Group gap={2} justify="flex-end" wrap="nowrap">
                          <ActionIcon
                            aria-label={t('team.absence.edit', { name: absence.personName })}
                            onClick={() => setEdited(absence)}
                          >
                            <IconPencil size={16} />
                          </ActionIcon>
                          <ActionIcon
                            aria-label={t('team.absence.remove', { name: absence.personName })}
                            onClick={() =>
                              remove.mutate(
                                { id: absence.id },
                                {
                                  onSuccess: () =>
                                    done(t('team.absence.removed', { name: absence.personName }), {
                                      undoable: true,
                                    }),
                                },
                              )
                            }
                          >
                            <IconTrash size={16} />
                          </ActionIcon>
                        </Group>
                      )}
                    </Table.Td>
                  </Table.Tr>
                )
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {edited !== undefined && <AbsenceForm absence={edited} onClose={() => setEdited(undefined)} />}
    </Stack>
  )
}
