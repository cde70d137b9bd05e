import { Button, Checkbox, Group, Loader, Select, Stack, Table, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { defaultThreshold } from '../../../shared/domain/addresses/geocode.ts'
import { useChange, useRead } from '../../api/use-call.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import classes from './map.module.css'

/** Per cent of confidence from which all are ticked at once. */
const thresholds = [95, 90, 80, 70, 60] as const
/** Rows drawn; the others are reached once these are placed. */
const shownRows = 300

interface AddressReviewDialogProps {
  onClose(): void
  onNeedBase(): void
}

/** Proposals with an address and no point, the surest first: what is ticked is placed, in one act. */
export function AddressReviewDialog({ onClose, onNeedBase }: AddressReviewDialogProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { process } = useWork()
  const { data: base } = useRead('addresses.base', {})
  const { data: review } = useRead('addresses.review', base == null ? null : { processId: process.id }, {
    keep: false,
  })
  const place = useChange('addresses.place')
  const done = useDoneNotice()
  const [threshold, setThreshold] = useState(String(defaultThreshold * 100))
  const [ticked, tick] = useState<ReadonlySet<string>>()
  const rows = useMemo(() => review?.rows ?? [], [review])
  const sure = useMemo(
    () =>
      new Set(
        rows
          .filter(({ best }) => best !== null && best.score * 100 >= Number(threshold))
          .map(({ submissionId }) => submissionId),
      ),
    [rows, threshold],
  )
  const chosen = ticked ?? sure
  const act = (): void =>
    place.mutate(
      {
        processId: process.id,
        placings: rows.flatMap(({ submissionId, best }) =>
          best !== null && chosen.has(submissionId) ? [{ submissionId, choice: best.choice }] : [],
        ),
      },
      {
        onSuccess: ({ placed }) => {
          done(t('addresses.placed', { count: placed, formatted: number(placed) }), { undoable: true })
          onClose()
        },
      },
    )
  if (base === null)
    return (
      <Dialog size="lg" onClose={onClose} title={t('addresses.reviewTitle')}>
        <Stack gap="sm">
          <Text>{t('addresses.baseNone')}</Text>
          <Group>
            <Button data-autofocus onClick={onNeedBase}>
              {t('addresses.base')}
            </Button>
            <Button variant="subtle" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    )
  return (
    <Dialog size="64rem" onClose={onClose} title={t('addresses.reviewTitle')}>
      <Stack gap="sm">
        {review === undefined ? (
          <Loader size="sm" aria-label={t('common.loading')} />
        ) : rows.length === 0 ? (
          <Text role="status">{t('addresses.reviewNothing')}</Text>
        ) : (
          <>
            <Text>{t('addresses.reviewHelp')}</Text>
            <Group gap="sm" align="flex-end">
              <Select
                w="8rem"
                label={t('addresses.threshold')}
                allowDeselect={false}
                data={thresholds.map((value) => ({
                  value: String(value),
                  label: t('addresses.thresholdChoice', { percent: value }),
                }))}
                value={threshold}
                onChange={(value) => {
                  if (value === null) return
                  setThreshold(value)
                  tick(undefined)
                }}
              />
              <Button variant="default" onClick={() => tick(undefined)}>
                {t('addresses.selectSure')}
              </Button>
              <Text c="dimmed" role="status">
                {t('addresses.reviewTotal', { count: review.total, formatted: number(review.total) })}
                {` · ${t('submissions.selected', { count: chosen.size, formatted: number(chosen.size) })}`}
              </Text>
            </Group>
            <section className={classes.table} aria-label={t('addresses.reviewTitle')}>
              <Table stickyHeader verticalSpacing={4}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th w={36}>
                      <span className="visually-hidden">{t('map.select')}</span>
                    </Table.Th>
                    <Table.Th ta="end">{t('addresses.column.number')}</Table.Th>
                    <Table.Th>{t('addresses.column.title')}</Table.Th>
                    <Table.Th>{t('addresses.column.address')}</Table.Th>
                    <Table.Th>{t('addresses.column.found')}</Table.Th>
                    <Table.Th>{t('addresses.column.confidence')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows
                    .slice(0, shownRows)
                    .map(({ submissionId, number: at, reference, title, address, best }) => (
                      <Table.Tr key={submissionId}>
                        <Table.Td>
                          <Checkbox
                            aria-label={t('addresses.useIt', { reference, label: best?.label ?? '' })}
                            disabled={best === null}
                            checked={chosen.has(submissionId)}
                            onChange={(event) => {
                              const next = new Set(chosen)
                              if (event.currentTarget.checked) next.add(submissionId)
                              else next.delete(submissionId)
                              tick(next)
                            }}
                          />
                        </Table.Td>
                        <Table.Td ta="end">{at}</Table.Td>
                        <Table.Td dir="auto">{title}</Table.Td>
                        <Table.Td dir="auto">{address}</Table.Td>
                        <Table.Td dir="auto">{best?.label ?? t('addresses.nothingFound')}</Table.Td>
                        <Table.Td>
                          {best !== null &&
                            t('addresses.confidence', {
                              kind: t(`addresses.kind.${best.kind}`),
                              percent: Math.round(best.score * 100),
                            })}
                        </Table.Td>
                      </Table.Tr>
                    ))}
                </Table.Tbody>
              </Table>
            </section>
          </>
        )}
        <Group>
          {rows.length > 0 && (
            <GuardedButton
              permission="moderate"
              loading={place.isPending}
              blockedBy={chosen.size === 0 ? t('addresses.placeNone') : undefined}
              onClick={act}
            >
              {t('addresses.place', { count: chosen.size, formatted: number(chosen.size) })}
            </GuardedButton>
          )}
          <Button variant={rows.length > 0 ? 'subtle' : 'default'} onClick={onClose}>
            {t(rows.length > 0 ? 'common.cancel' : 'common.close')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
