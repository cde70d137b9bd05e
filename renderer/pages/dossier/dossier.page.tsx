import { Alert, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/use-call.ts'
import { Page } from '../../components/page.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useWork } from '../../session/session.tsx'
import { Backups } from './backups.tsx'
import classes from './dossier.module.css'
import { Rename } from './rename.tsx'
import { Upkeep } from './upkeep.tsx'

const counted = [
  'processes',
  'submissions',
  'projects',
  'comments',
  'meetings',
  'journalEntries',
  'people',
] as const

/** The file itself: what it holds, its upkeep, its backups. */
export function DossierPage() {
  const { t } = useTranslation()
  const { bytes, instantDay, number } = useFormats()
  const { dossier } = useWork()
  const { data: properties } = useRead('dossiers.properties', {})
  return (
    <Page title={t('dossier.title')}>
      <Stack gap="xl" maw="60rem">
        {dossier.demonstration && <Alert>{t('dossier.demonstration')}</Alert>}
        <Stack gap="sm" component="section">
          <Title order={2}>{t('dossier.properties')}</Title>
          <Rename />
          {properties && (
            <dl className={classes.properties}>
              <dt>{t('dossier.path')}</dt>
              <dd>
                <Text component="span" style={{ overflowWrap: 'anywhere' }}>
                  {properties.path}
                </Text>
              </dd>
              <dt>{t('dossier.createdAt')}</dt>
              <dd>{instantDay(properties.createdAt)}</dd>
              <dt>{t('dossier.fileBytes')}</dt>
              <dd>{bytes(properties.fileBytes)}</dd>
              <dt>{t('dossier.attachmentBytes')}</dt>
              <dd>{bytes(properties.attachmentBytes)}</dd>
              {counted.map((name) => (
                <Pair key={name} term={t(`dossier.counts.${name}`)} value={number(properties.counts[name])} />
              ))}
              <dt>{t('dossier.schemaVersion')}</dt>
              <dd>{properties.schemaVersion}</dd>
              <dt>{t('dossier.applicationVersion')}</dt>
              <dd>{properties.applicationVersion}</dd>
            </dl>
          )}
        </Stack>
        <Upkeep />
        <Backups />
      </Stack>
    </Page>
  )
}

function Pair({ term, value }: { term: string; value: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </>
  )
}
