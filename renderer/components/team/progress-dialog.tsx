import { Group, Loader, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/use-call.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { useWork } from '../../session/session.tsx'
import { Dialog } from '../dialog.tsx'
import { ProgressFigures } from './progress-figures.tsx'
import { ProgressPace } from './progress-pace.tsx'
import { ProgressPeople } from './progress-people.tsx'

// The chart library is heavy, and the figures are looked at first.
const DecisionDays = lazy(async () => ({ default: (await import('./decision-days.tsx')).DecisionDays }))

const windows = ['5', '10', '20'] as const

/** How far the moderation is, at which pace, and when it will be done; each figure opens its list. */
export function ProgressDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { process } = useWork()
  const [window, setWindow] = useState<(typeof windows)[number]>('10')
  const { data } = useRead('progress.campaign', { processId: process.id, window: Number(window) })
  return (
    <Dialog onClose={onClose} size="60rem" title={t('team.progress.title')}>
      {data === undefined ? (
        <Loader size="sm" aria-label={t('common.loading')} />
      ) : (
        <Stack gap="lg">
          <ProgressFigures progress={data} onLeave={onClose} />
          <section>
            <Title order={3}>{t('team.progress.pace')}</Title>
            <ProgressPace progress={data} />
            <Group gap="xs" mt="xs">
              <Text size="sm">{t('team.progress.window')}</Text>
              <SegmentedControl
                size="xs"
                aria-label={t('team.progress.window')}
                value={window}
                onChange={(value) => setWindow(windows.find((one) => one === value) ?? '10')}
                data={windows.map((value) => ({
                  value,
                  label: t('team.progress.windowOf', {
                    count: Number(value),
                    formatted: number(Number(value)),
                  }),
                }))}
              />
            </Group>
          </section>
          <section>
            <Title order={3}>{t('team.progress.perDay')}</Title>
            {data.days.length === 0 ? (
              <Text c="dimmed">{t('team.progress.noDecision')}</Text>
            ) : (
              <Suspense fallback={<div style={{ height: 180 }} />}>
                <DecisionDays days={data.days} total={data.decisions} onLeave={onClose} />
              </Suspense>
            )}
          </section>
          {data.people.length > 0 && (
            <section>
              <Title order={3}>{t('team.progress.perPerson')}</Title>
              <ProgressPeople progress={data} onLeave={onClose} />
            </section>
          )}
        </Stack>
      )}
    </Dialog>
  )
}
