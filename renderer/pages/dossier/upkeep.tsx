import { Alert, Stack, Table, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SoundnessReport } from '../../../shared/read-models/dossier.ts'
import { useClient } from '../../api/parvis.tsx'
import { useTask } from '../../api/use-task.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { useFileNotice } from '../../notices/use-file-notice.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import classes from './dossier.module.css'

/** Copy, check, compact: each says in place what it did. */
export function Upkeep() {
  const { t } = useTranslation()
  const { bytes } = useFormats()
  const client = useClient()
  const { dossier } = useWork()
  const fileNotice = useFileNotice()
  const copying = useTask('dossiers.saveCopy', t('dossier.saveCopy'))
  const checking = useTask('dossiers.check', t('dossier.checking'))
  const compacting = useTask('dossiers.compact', t('dossier.compacting'))
  const [report, setReport] = useState<SoundnessReport>()
  const [sizes, setSizes] = useState<{ readonly bytesBefore: number; readonly bytesAfter: number }>()

  const saveCopy = async (): Promise<void> => {
    const { path } = await client.application.chooseFile({
      kind: 'save-file',
      title: t('dossier.saveCopy'),
      proposedPath: `${t('dossier.copyName', { title: dossier.title })}.parvis`,
      filters: [{ name: t('welcome.dossierFiles'), extensions: ['parvis'] }],
    })
    const written = path === null ? undefined : await copying.start({ path })
    if (written !== undefined) fileNotice(written.path)
  }
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{t('dossier.upkeep')}</Title>
      <div className={classes.act}>
        <GuardedButton
          variant="default"
          permission="export"
          loading={copying.running}
          onClick={() => void saveCopy()}
        >
          {t('dossier.saveCopy')}
        </GuardedButton>
        <Text c="dimmed">{t('dossier.saveCopyHint')}</Text>
        <GuardedButton
          variant="default"
          permission="read"
          loading={checking.running}
          onClick={() => void checking.start({}).then(setReport)}
        >
          {t('dossier.check')}
        </GuardedButton>
        <Text c="dimmed">{t('dossier.checkHint')}</Text>
        <GuardedButton
          variant="default"
          permission="configure-dossier"
          loading={compacting.running}
          onClick={() => void compacting.start({}).then(setSizes)}
        >
          {t('dossier.compact')}
        </GuardedButton>
        <Text c="dimmed" role="status">
          {sizes === undefined
            ? t('dossier.compactHint')
            : t('dossier.compacted', { before: bytes(sizes.bytesBefore), after: bytes(sizes.bytesAfter) })}
        </Text>
      </div>
      {report !== undefined && <Report report={report} />}
    </Stack>
  )
}

function Report({ report }: { report: SoundnessReport }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  return (
    <>
      <Alert
        role="status"
        color={report.sound ? 'green' : 'red'}
        icon={report.sound ? <IconCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
      >
        {t(report.sound ? 'dossier.sound' : 'dossier.unsound')}
      </Alert>
      <Table>
        <Table.Caption className="visually-hidden">{t('dossier.check')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('dossier.finding')}</Table.Th>
            <Table.Th scope="col">{t('dossier.result')}</Table.Th>
            <Table.Th scope="col" ta="end">
              {t('dossier.examined')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.findings.map(({ code, sound, count, examples }) => (
            <Table.Tr key={code}>
              <Table.Th scope="row" fw={400}>
                {t(`dossier.findings.${code}`, { defaultValue: code })}
              </Table.Th>
              <Table.Td>
                {t(sound ? 'dossier.ok' : 'dossier.notOk')}
                {examples.length > 0 && <Text c="dimmed">{examples.join(' ; ')}</Text>}
              </Table.Td>
              <Table.Td ta="end">{number(count)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}
