import { Alert, Button, Checkbox, Group, Progress, Radio, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconFileCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LetterChannel, letterChannels } from '../../../shared/domain/letters/letter-kind.ts'
import type { LetterBatch } from '../../../shared/read-models/letter.ts'
import { useClient } from '../../api/parvis.tsx'
import { describeError, showError } from '../../api/show-error.tsx'
import { useRead } from '../../api/use-call.ts'
import { useTask } from '../../api/use-task.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useRemembered } from '../../preferences/preferences.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useProcessId } from '../../session/session.tsx'
import { filterOf, type LetterQuery } from './letter-filter.ts'
import classes from './letters.module.css'

const inPlace = ['*'] as const

interface ProduceDialogProps {
  readonly query: LetterQuery
  /** Proposals that were chosen; none: all that the list shows. */
  readonly chosen: readonly string[]
  onClose(): void
  onProduced(): void
}

/** The mail merge: how the letters go, as which files, into which folder. */
export function ProduceDialog({ query, chosen, onClose, onProduced }: ProduceDialogProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const client = useClient()
  const processId = useProcessId()
  const { kind, search } = query
  const { data: counts } = useRead(
    'letters.counts',
    filterOf(processId, { state: 'to-write', kind, search, channel: null }),
  )
  const [picked, setPicked] = useState<LetterChannel | null>(
    query.channel === null || query.channel === 'none' ? null : query.channel,
  )
  const [single, setSingle] = useRemembered('letters:single', '1')
  const [together, setTogether] = useRemembered('letters:together', '1')
  const [duplex, setDuplex] = useRemembered('letters:duplex', '1')
  const [folder, rememberFolder] = useRemembered('letters:folder', '')
  const [batch, setBatch] = useState<LetterBatch>()
  const task = useTask('letters.produce', t('letters.writing'), { inPlace })
  const some = chosen.length > 0
  const fullest = letterChannels.find((channel) => (counts?.byChannel[channel] ?? 0) > 0)
  const channel = picked ?? fullest ?? 'post'
  const reachable = counts?.byChannel[channel] ?? 0
  const produce = async (): Promise<void> => {
    const { path } = await client.application.chooseFile({
      kind: 'open-folder',
      title: t('letters.chooseFolderTitle'),
      ...(folder === '' ? {} : { proposedPath: folder }),
    })
    if (path === null) return
    rememberFolder(path)
    const { processId: _process, ...rest } = filterOf(processId, {
      state: 'to-write',
      kind,
      search,
      channel: null,
    })
    const written = await task.start({
      filter: {
        processId,
        ...(rest.kinds === undefined ? {} : { kinds: rest.kinds }),
        ...(rest.search === undefined ? {} : { search: rest.search }),
      },
      ...(some ? { submissionIds: [...chosen] } : {}),
      channel,
      folder: path,
      single: single === '1',
      together: together === '1',
      duplex: duplex === '1',
    })
    if (written === undefined) return
    setBatch(written)
    onProduced()
  }
  const refusal = task.error === undefined || task.error.code === 'cancelled' ? undefined : task.error
  if (batch !== undefined) return <Written batch={batch} onClose={onClose} />
  const total = some ? chosen.length : reachable
  const { progress } = task
  const share =
    progress !== undefined && progress.total > 0 ? (progress.done / progress.total) * 100 : undefined
  const option = (name: 'single' | 'together' | 'duplex', value: string, set: (next: string) => void) => (
    <Checkbox
      label={t(`letters.${name}`)}
      checked={value === '1'}
      onChange={(event) => set(event.currentTarget.checked ? '1' : '0')}
    />
  )
  return (
    <Dialog size="lg" onClose={onClose} title={t('letters.produceTitle')}>
      <Stack gap="sm">
        <Text c="dimmed">{t('letters.neverSent')}</Text>
        <Radio.Group
          value={channel}
          onChange={(value) => setPicked(letterChannels.find((name) => name === value) ?? 'post')}
          label={
            some
              ? t('letters.produceSelected', { count: chosen.length, formatted: number(chosen.length) })
              : t('letters.produceWhat')
          }
        >
          <Stack gap={6} mt={4}>
            {letterChannels.map((name) => (
              <div key={name} className={classes.choice} data-chosen={name === channel || undefined}>
                <Radio
                  value={name}
                  label={
                    <>
                      {t(`letters.as.${name}`)}
                      {!some && counts !== undefined && (
                        <Text span c="dimmed">
                          {' · '}
                          {number(counts.byChannel[name])}
                        </Text>
                      )}
                    </>
                  }
                  description={t(`letters.asHint.${name}`)}
                />
              </div>
            ))}
          </Stack>
        </Radio.Group>
        {channel === 'post' && (
          <Stack gap={6}>
            {option('single', single, setSingle)}
            {option('together', together, setTogether)}
            {together === '1' && option('duplex', duplex, setDuplex)}
          </Stack>
        )}
        {refusal !== undefined && !task.running && (
          <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden />}>
            {describeError(t, refusal)}
          </Alert>
        )}
        {task.running ? (
          <Group>
            <Text role="status">{t('letters.writing')}</Text>
            <Progress.Root w={160} size="md">
              <Progress.Section
                value={share ?? 100}
                animated={share === undefined}
                striped={share === undefined}
                aria-label={t('letters.writing')}
              />
            </Progress.Root>
            <Button variant="default" onClick={() => task.cancel()}>
              {t('common.cancel')}
            </Button>
          </Group>
        ) : (
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <GuardedButton
              data-autofocus
              permission="moderate"
              blockedBy={total === 0 ? t('letters.nothingReachable') : undefined}
              onClick={() => void produce().catch((error: unknown) => showError(t, error))}
            >
              {t('letters.chooseFolder')}
            </GuardedButton>
          </Group>
        )}
      </Stack>
    </Dialog>
  )
}

/** What was written, and the ways to it. */
function Written({ batch, onClose }: { readonly batch: LetterBatch; onClose(): void }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const client = useClient()
  const fail = (error: unknown): void => showError(t, error)
  const { path, folder, letters, unreachable } = batch
  return (
    <Dialog size="lg" onClose={onClose} title={t('letters.produceTitle')}>
      <Stack gap="sm">
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <IconFileCheck size={18} color="var(--parvis-success)" aria-hidden />
          <Text role="status" className={classes.path}>
            {t('letters.written', { count: letters, formatted: number(letters), folder })}
          </Text>
        </Group>
        {unreachable.length > 0 && (
          <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
            {t('letters.unreachable', {
              count: unreachable.length,
              formatted: number(unreachable.length),
              references: `${unreachable.slice(0, 20).join(', ')}${unreachable.length > 20 ? ', …' : ''}`,
            })}
          </Alert>
        )}
        <Text c="dimmed">{t('letters.neverSent')}</Text>
        <Group justify="flex-end">
          <Button
            variant="default"
            onClick={() => void client.application.showInFolder({ path: path ?? folder }).catch(fail)}
          >
            {t('letters.openFolder')}
          </Button>
          {path !== null && (
            <Button variant="default" onClick={() => void client.application.openFile({ path }).catch(fail)}>
              {t('letters.open')}
            </Button>
          )}
          <Button data-autofocus onClick={onClose}>
            {t('common.close')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
