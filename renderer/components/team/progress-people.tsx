import { Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CampaignProgress } from '../../../shared/read-models/team.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { queueLink } from '../../navigation/list-links.ts'

interface ProgressPeopleProps {
  readonly progress: CampaignProgress
  onLeave(): void
}

/** What each officer decided, seconded and has open; each figure opens its list. */
export function ProgressPeople({ progress, onLeave }: ProgressPeopleProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const seconded = progress.people.some(({ secondOpinions }) => secondOpinions > 0)
  const figure = (count: number, href: string) =>
    count === 0 ? (
      number(0)
    ) : (
      <Link href={href} onClick={onLeave}>
        {number(count)}
      </Link>
    )
  return (
    <Table>
      <Table.Caption className="visually-hidden">{t('team.progress.perPerson')}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('team.progress.person')}</Table.Th>
          <Table.Th scope="col" ta="end">
            {t('team.progress.decisions')}
          </Table.Th>
          <Table.Th scope="col" ta="end">
            {t('team.progress.today')}
          </Table.Th>
          {seconded && (
            <Table.Th scope="col" ta="end">
              {t('team.progress.secondOpinions')}
            </Table.Th>
          )}
          <Table.Th scope="col" ta="end">
            {t('team.progress.openNow')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {progress.people.map(({ personId, name, decisions, today, secondOpinions, open }) => (
          <Table.Tr key={personId}>
            <Table.Th scope="row" fw={400}>
              {name}
            </Table.Th>
            <Table.Td ta="end">{figure(decisions, queueLink({ decided: { by: personId } }))}</Table.Td>
            <Table.Td ta="end">
              {figure(today, queueLink({ decided: { by: personId, on: progress.today } }))}
            </Table.Td>
            {seconded && <Table.Td ta="end">{number(secondOpinions)}</Table.Td>}
            <Table.Td ta="end">
              {figure(open, queueLink({ stages: ['submitted', 'incomplete'], assignees: [personId] }))}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
