import { Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ProjectDetail } from '../../../shared/read-models/project.ts'
import { VisaLine } from '../../components/visa-line.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import classes from './projects.module.css'

/** Every visa that the project was given or refused, the newest first. */
export function VisaHistory({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation()
  return (
    <section className={classes.section}>
      <Group justify="space-between">
        <Title order={2}>{t('projects.visas')}</Title>
        <Link href={`/finance/${project.id}`}>{t('projects.openFinance')}</Link>
      </Group>
      {project.visas.length === 0 ? (
        <Text c="dimmed">{t('projects.noVisa')}</Text>
      ) : (
        <ul className={classes.history}>
          {project.visas.map((visa) => (
            <li key={visa.id}>
              <VisaLine visa={visa} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The public corrections made since the list was settled. */
export function Errata({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation()
  const { instant } = useFormats()
  if (project.errata.length === 0) return null
  return (
    <section className={classes.section}>
      <Title order={2}>{t('projects.errata')}</Title>
      <ul className={classes.history}>
        {project.errata.map(({ at, personName, text }) => (
          <li key={at}>
            <Text className="reading">{text}</Text>
            <Text c="dimmed">
              {personName}, {instant(at)}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  )
}
