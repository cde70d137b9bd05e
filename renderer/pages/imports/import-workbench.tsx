import { Alert, Button, Group, Loader, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { describeError } from '../../api/show-error.tsx'
import { SplitPane } from '../../components/split-pane.tsx'
import { ActBar } from './act-bar.tsx'
import type { ImportPlan } from './import-plan.ts'
import classes from './imports.module.css'
import { MappingPanel } from './mapping-panel.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { ReadingPanel } from './reading-panel.tsx'
import { type ImportWork, useImport } from './use-import.ts'

/** One file: how it is read on the left, what would come of it on the right, and the act below. */
export function ImportWorkbench({ plan }: { plan: ImportPlan }) {
  const { t } = useTranslation()
  const work = useImport(plan)
  return (
    <SplitPane
      memoryKey="imports"
      initialPercent={36}
      stacked="content"
      first={
        <div className={classes.reading}>
          <ReadingPanel work={work} />
          {work.target === 'table' && work.inspection !== undefined && (
            <MappingPanel work={work} inspection={work.inspection} />
          )}
        </div>
      }
      second={
        <section className={classes.work} aria-label={t('imports.preview')}>
          <Refusal work={work} />
          {work.inspection !== undefined && <PreviewPanel work={work} inspection={work.inspection} />}
          {work.inspection === undefined && work.reading.running && (
            <Group p="md">
              <Loader size="sm" aria-label={t('common.loading')} />
              <Text role="status">{t('imports.inspecting')}</Text>
            </Group>
          )}
          <ActBar work={work} />
        </section>
      }
    />
  )
}

/** Why the file cannot be read or imported, where the person looks, with what to do next. */
function Refusal({ work }: { work: ImportWork }) {
  const { t } = useTranslation()
  const { refusal } = work
  if (work.inspection?.notices.some(({ code }) => code === 'address-base')) {
    return (
      <Alert role="alert" m="md" mb="xs" color="yellow" icon={<IconAlertTriangle aria-hidden />}>
        {t('imports.notices.address-base')}
        <Group mt="xs">
          <Button component={Link} href="/map?all&base" variant="default">
            {t('addresses.openBase')}
          </Button>
        </Group>
      </Alert>
    )
  }
  if (work.textMissing) {
    return (
      <Alert role="alert" m="md" mb="xs" color="yellow" icon={<IconAlertTriangle aria-hidden />}>
        {t('imports.noTextColumn')}
      </Alert>
    )
  }
  if (refusal === undefined) return null
  const stopped = refusal.code === 'cancelled'
  return (
    <Alert
      role="alert"
      m="md"
      mb="xs"
      color={stopped ? 'yellow' : 'red'}
      icon={<IconAlertTriangle aria-hidden />}
    >
      {stopped ? t('imports.stopped') : describeError(t, refusal)}
      <Group mt="xs">
        <Button variant="default" onClick={work.readAgain}>
          {t('imports.readAgain')}
        </Button>
      </Group>
    </Alert>
  )
}
