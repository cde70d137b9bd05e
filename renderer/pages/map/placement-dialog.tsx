import { Button, Group, Loader, Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useChange, useRead } from '../../api/use-call.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'

const left = ['cleared', 'differing', 'border', 'outside'] as const

/** Gives every proposal the district of its point; says first to how many, and which are left as they are. */
export function PlacementDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { process } = useWork()
  const { data: outcome } = useRead(
    'map.followPoints',
    { processId: process.id, preview: true },
    { keep: false },
  )
  const { mutate, isPending } = useChange('map.followPoints')
  const done = useDoneNotice()
  const names = new Map(process.districts.map(({ id, name }) => [id, name]))
  const assigned = outcome?.assigned.reduce((sum, { count }) => sum + count, 0) ?? 0
  const count = assigned + (outcome?.cleared ?? 0)
  const act = (): void =>
    mutate(
      { processId: process.id },
      {
        onSuccess: () => {
          done(t('map.followed', { count, formatted: number(count) }), { undoable: true })
          onClose()
        },
      },
    )
  return (
    <Dialog size="lg" onClose={onClose} title={t('map.placeByPointsTitle')}>
      <Stack gap="sm">
        <Text>{t('map.placeByPointsHelp')}</Text>
        {outcome === undefined ? (
          <Loader size="sm" aria-label={t('common.loading')} />
        ) : (
          <Table aria-label={t('map.placeByPointsTitle')} verticalSpacing={4}>
            <Table.Tbody>
              <Line label={t('map.preview.assigned')} value={number(assigned)} strong />
              {outcome.assigned
                .toSorted((one, other) => other.count - one.count)
                .map(({ districtId, count: some }) => (
                  <Line key={districtId} label={names.get(districtId) ?? ''} value={number(some)} inner />
                ))}
              {left
                .filter((name) => outcome[name] > 0)
                .map((name) => (
                  <Line key={name} label={t(`map.preview.${name}`)} value={number(outcome[name])} />
                ))}
            </Table.Tbody>
          </Table>
        )}
        {outcome !== undefined && count === 0 && <Text role="status">{t('map.placeByPointsNone')}</Text>}
        <Group>
          {count > 0 && (
            <GuardedButton data-autofocus permission="moderate" loading={isPending} onClick={act}>
              {t('map.placeByPointsAct', { count, formatted: number(count) })}
            </GuardedButton>
          )}
          <Button variant={count > 0 ? 'subtle' : 'default'} onClick={onClose}>
            {t(count > 0 ? 'common.cancel' : 'common.close')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

interface LineProps {
  readonly label: string
  readonly value: string
  readonly strong?: boolean
  readonly inner?: boolean
}

function Line({ label, value, strong = false, inner = false }: LineProps) {
  return (
    <Table.Tr>
      <Table.Th
        scope="row"
        fw={strong ? 650 : 400}
        pl={inner ? 'lg' : 'xs'}
        {...(inner ? { c: 'dimmed' } : {})}
      >
        {label}
      </Table.Th>
      <Table.Td ta="end" fw={strong ? 650 : 400}>
        {value}
      </Table.Td>
    </Table.Tr>
  )
}
