import { Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ProjectDetail } from '../../../shared/read-models/project.ts'
import { Amount } from '../../components/amount.tsx'
import classes from './projects.module.css'

/** Who proposed what: every proposal behind the project, its author, its study and what that costs. */
export function ProjectProposals({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation()
  const title = t('projects.proposals', { count: project.submissions.length })
  return (
    <section className={classes.section}>
      <Title order={2} mb="xs">
        {title}
      </Title>
      {project.submissions.length === 0 ? (
        <Text c="dimmed">{t('projects.imported')}</Text>
      ) : (
        <Table.ScrollContainer minWidth="26rem">
          <Table>
            <Table.Caption className="visually-hidden">{title}</Table.Caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('projects.proposal')}</Table.Th>
                <Table.Th scope="col">{t('projects.proposer')}</Table.Th>
                <Table.Th scope="col">{t('projects.study')}</Table.Th>
                <Table.Th scope="col" className={classes.amount}>
                  {t('projects.column.cost')}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {project.submissions.map((submission) => (
                <Table.Tr key={submission.id}>
                  <Table.Td>
                    <Link href={`/submissions/${submission.id}`}>
                      {submission.reference} — {submission.title}
                    </Link>
                    {submission.lead && project.submissions.length > 1 && ` (${t('projects.lead')})`}
                  </Table.Td>
                  <Table.Td>{submission.authorName ?? t('projects.anonymous')}</Table.Td>
                  <Table.Td>
                    {submission.studyId === null ? (
                      t('projects.noStudy')
                    ) : (
                      <Link href={`/studies/${submission.id}`}>
                        {t('projects.openStudy', { reference: submission.reference })}
                      </Link>
                    )}
                  </Table.Td>
                  <Table.Td className={classes.amount}>
                    <Amount value={submission.cost} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  )
}
