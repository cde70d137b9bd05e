import { Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { placeState } from '../../shared/domain/geo/district-locator.ts'
import type { SubmissionPlace } from '../../shared/read-models/map.ts'
import type { District } from '../../shared/read-models/process.ts'
import { useChange, useRead } from '../api/use-call.ts'
import { useDoneNotice } from '../notices/use-undo.tsx'
import { GuardedButton } from '../session/guarded-button.tsx'
import { useWork } from '../session/session.tsx'
import classes from './place-doubt.module.css'

/** What the point of a proposal says otherwise than its district, in words; undefined where they agree. */
export function placeDoubt(
  t: TFunction,
  { located, districtId, districtOrigin }: SubmissionPlace,
  districts: readonly District[],
): string | undefined {
  const state = placeState(located, districtId, districtOrigin)
  if (located === undefined || state === 'agrees' || state === 'unknown') return undefined
  const nameOf = (id: string): string => districts.find((district) => district.id === id)?.name ?? ''
  if (located.kind === 'inside') return t('map.differs', { name: nameOf(located.districtId) })
  if (located.kind === 'outside') return t('map.differsOutside')
  return located.kind === 'border'
    ? t('map.onBorder', { names: located.districtIds.map(nameOf).join(', ') })
    : undefined
}

/** The two ways out of a doubt: the point is right, or the district stays. */
export function usePlaceActs(place: SubmissionPlace | undefined): { follow(): void; keep(): void } {
  const { t } = useTranslation()
  const { process } = useWork()
  const followPoints = useChange('map.followPoints')
  const keepDistricts = useChange('map.keepDistricts')
  const done = useDoneNotice()
  const undoable = { undoable: true }
  return {
    follow() {
      if (place === undefined) return
      followPoints.mutate(
        { processId: process.id, submissionIds: [place.id], override: true },
        {
          onSuccess: ({ assigned }) => {
            const count = assigned.reduce((sum, group) => sum + group.count, 0)
            if (count === 0) done(t('map.followedNone'))
            else done(t('map.followed', { count, formatted: String(count) }), undoable)
          },
        },
      )
    },
    keep() {
      if (place === undefined) return
      keepDistricts.mutate({ submissionIds: [place.id] }, { onSuccess: () => done(t('map.kept'), undoable) })
    },
  }
}

/** Says where a proposal's point and its district disagree, and offers the ways out; nothing where they agree. */
export function PlaceDoubt({ submissionId }: { readonly submissionId: string }) {
  const { t } = useTranslation()
  const { process } = useWork()
  const { data: place } = useRead('map.place', { submissionId }, { keep: false })
  const { follow, keep } = usePlaceActs(place)
  const doubt = place === undefined ? undefined : placeDoubt(t, place, process.districts)
  if (place === undefined || doubt === undefined) return null
  return (
    <div className={classes.doubt}>
      <IconAlertTriangle size={16} aria-hidden />
      <div>
        {doubt}
        <Group gap={4} mx={-8}>
          {place.located?.kind === 'inside' && (
            <GuardedButton permission="moderate" variant="subtle" size="compact-xs" onClick={follow}>
              {t('map.followPoint')}
            </GuardedButton>
          )}
          {place.districtId !== null && (
            <GuardedButton permission="moderate" variant="subtle" size="compact-xs" onClick={keep}>
              {t('map.keepDistrict')}
            </GuardedButton>
          )}
        </Group>
      </div>
    </div>
  )
}
