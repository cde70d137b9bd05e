import { Button, Group, Table, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useRead } from '../../api/use-call.ts'
import { DistributeDialog } from '../../components/team/distribute-dialog.tsx'
import { ProgressDialog } from '../../components/team/progress-dialog.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { queueLink } from '../../navigation/list-links.ts'
import { useWork } from '../../session/session.tsx'
import { usePermission } from '../../session/use-permission.ts'

const open = ['submitted', 'incomplete'] as const

/** Who has what and what is late, with the ways to share it out and to see how far it is. */
export function TeamSection() {
  const { t } = useTranslation()
  const { number, day } = useFormats()
  const { process } = useWork()
  const moderate = usePermission('moderate', false)
  const { data } = useRead('team.overview', { processId: process.id })
  const [dialog, setDialog] = useState<'distribute' | 'progress'>()
  if (data === undefined) return null
  const lines = [
    ...data.people
      .filter((person) => person.open > 0 || person.awayUntilOn !== null)
      .map(({ personId, ...person }) => ({ key: personId, assignee: personId, ...person })),
    ...(data.unassigned.open > 0
      ? [
          {
            key: 'none',
            assignee: 'none',
            name: t('team.overview.unassigned'),
            awayUntilOn: null,
            standInName: null,
            ...data.unassigned,
          },
        ]
      : []),
  ]
  const away = (line: (typeof lines)[number]): string | undefined => {
    if (line.awayUntilOn === null) return undefined
    const date = day(line.awayUntilOn)
    return line.standInName === null
      ? t('team.overview.away', { date })
      : t('team.overview.awayStandIn', { date, name: line.standInName })
  }
  return (
    <section>
      <Group justify="space-between" wrap="nowrap">
        <Title order={2}>{t('team.overview.title')}</Title>
        <Group gap="xs" wrap="nowrap">
          {moderate.allowed && data.unassigned.open > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={() => setDialog('distribute')}>
              {t('team.distribute.open')}
            </Button>
          )}
          <Button variant="subtle" size="compact-sm" onClick={() => setDialog('progress')}>
            {t('team.progress.open')}
          </Button>
        </Group>
      </Group>
      {lines.length === 0 ? (
        <Text c="dimmed" mt="xs">
          {t('team.progress.nothingLeft')}
        </Text>
      ) : (
        <Table mt="xs">
          <Table.Caption className="visually-hidden">{t('team.overview.caption')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('team.overview.person')}</Table.Th>
              <Table.Th scope="col" ta="end">
                {t('team.overview.open')}
              </Table.Th>
              <Table.Th scope="col" ta="end" style={{ whiteSpace: 'nowrap' }}>
                {t('team.overview.late')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={line.key}>
                <Table.Th scope="row" fw={400}>
                  {line.name}
                  {away(line) !== undefined && (
                    <Text size="xs" c="dimmed">
                      {away(line)}
                    </Text>
                  )}
                </Table.Th>
                <Table.Td ta="end">
                  {line.open === 0 ? (
                    number(0)
                  ) : (
                    <Link href={queueLink({ stages: open, assignees: [line.assignee] })}>
                      {number(line.open)}
                    </Link>
                  )}
                </Table.Td>
                <Table.Td ta="end">
                  {line.late === 0 ? (
                    number(0)
                  ) : (
                    <Group gap={4} justify="flex-end" wrap="nowrap">
                      <IconAlertTriangle size={14} color="var(--parvis-danger)" aria-hidden />
                      <Link href={queueLink({ late: true, assignees: [line.assignee] })}>
                        {number(line.late)}
                      </Link>
                    </Group>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {dialog === 'distribute' && <DistributeDialog onClose={() => setDialog(undefined)} />}
      {dialog === 'progress' && <ProgressDialog onClose={() => setDialog(undefined)} />}
    </section>
  )
}
