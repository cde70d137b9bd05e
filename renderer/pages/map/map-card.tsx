import { Button, CloseButton, Group, Loader, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconMapPin, IconMapSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { placeState } from '../../../shared/domain/geo/district-locator.ts'
import type { SubmissionPlace } from '../../../shared/read-models/map.ts'
import { placeDoubt } from '../../components/place-doubt.tsx'
import { StageBadge } from '../../components/stage-badge.tsx'
import { KeyHint } from '../../keys/key-hint.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import classes from './map.module.css'
import { PlaceEditor } from './place-editor.tsx'

interface MapCardProps {
  readonly place: SubmissionPlace | undefined
  readonly editing: boolean
  onEdit(editing: boolean): void
  /** The next click on the map says where it belongs. */
  onPickOnMap(): void
  onFollow(): void
  onKeep(): void
  onClose(): void
}

/** The chosen proposal: what it is, where it stands, what its point says otherwise, and how to put that right. */
export function MapCard({ place, editing, onEdit, onPickOnMap, onFollow, onKeep, onClose }: MapCardProps) {
  const { t } = useTranslation()
  const { process } = useWork()
  if (place === undefined)
    return (
      <section className={classes.card} aria-label={t('map.current')}>
        <Loader size="sm" aria-label={t('common.loading')} />
      </section>
    )
  const { located } = place
  const state = placeState(located, place.districtId, place.districtOrigin)
  const doubt = placeDoubt(t, place, process.districts)
  const district = process.districts.find(({ id }) => id === place.districtId)?.name
  return (
    <section className={classes.card} aria-label={t('map.current')}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text c="dimmed">{place.reference}</Text>
        <Group gap="xs" wrap="nowrap">
          <StageBadge stage={place.stage} />
          <CloseButton size="sm" aria-label={t('common.close')} onClick={onClose} />
        </Group>
      </Group>
      <Title order={2} size="h3" className={classes.cardTitle} dir="auto">
        {place.title}
      </Title>
      <p className={classes.fact}>
        <IconMapPin size={16} aria-hidden />
        <span dir="auto" className={place.address === null ? classes.muted : ''}>
          {place.address ?? t('map.noAddress')}
        </span>
      </p>
      <p className={classes.fact}>
        <IconMapSearch size={16} aria-hidden />
        <span className={district === undefined ? classes.muted : ''}>
          {district ?? t('map.noDistrict')}
          {place.districtOrigin === 'point' && <span className={classes.muted}> ({t('map.byPoint')})</span>}
        </span>
      </p>
      {state === 'no-point' && (
        <p className={`${classes.fact} ${classes.warned}`}>
          <IconAlertTriangle size={16} aria-hidden />
          {t('map.noPoint')}
        </p>
      )}
      {doubt !== undefined && (
        <p className={`${classes.fact} ${classes.warned}`}>
          <IconAlertTriangle size={16} aria-hidden />
          {doubt}
        </p>
      )}
      {editing ? (
        <PlaceEditor key={place.id} place={place} onPickOnMap={onPickOnMap} onClose={() => onEdit(false)} />
      ) : (
        <Group gap="xs" mt="xs">
          <Button component={Link} href={`/submissions/${place.id}`} rightSection={<KeyHint name="enter" />}>
            {t('map.openOnDesk')}
          </Button>
          {located?.kind === 'inside' && located.districtId !== place.districtId && (
            <GuardedButton
              permission="moderate"
              variant="default"
              rightSection={<KeyHint name="s" />}
              onClick={onFollow}
            >
              {t('map.followPoint')}
            </GuardedButton>
          )}
          {state === 'differs' && (
            <GuardedButton
              permission="moderate"
              variant="default"
              rightSection={<KeyHint name="g" />}
              onClick={onKeep}
            >
              {t('map.keepDistrict')}
            </GuardedButton>
          )}
          <GuardedButton
            permission="moderate"
            variant="default"
            rightSection={<KeyHint name="p" />}
            onClick={() => onEdit(true)}
          >
            {t(place.located === undefined ? 'map.editPlace' : 'map.movePlace')}
          </GuardedButton>
        </Group>
      )}
    </section>
  )
}
