import { Button, Group, NumberInput, Stack, Text } from '@mantine/core'
import { IconMapPin } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SubmissionDetail } from '../../../shared/read-models/submission.ts'
import { AddressField } from '../../components/address-field.tsx'
import { DistrictMap } from '../../components/district-map.tsx'
import { useDraft } from '../../components/drafts.ts'
import { PlaceDoubt } from '../../components/place-doubt.tsx'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import type { DeskSectionProps } from './desk-section.ts'
import classes from './detail.module.css'
import { useSubmissionChange } from './use-submission-change.ts'

interface PlaceDraft {
  readonly address: string
  readonly latitude: number | string
  readonly longitude: number | string
}

/** Address and point of a submission, on the map of the districts. */
export function Place({ detail }: DeskSectionProps) {
  const { t } = useTranslation()
  const { process } = useWork()
  const [draft, keep] = useDraft<PlaceDraft>(`place:${detail.id}`)
  const [editing, setEditing] = useState(draft !== undefined)
  const drawn = process.districts.some(({ polygon }) => polygon !== null)
  const { latitude, longitude } = detail
  const pins =
    latitude === null || longitude === null ? [] : [{ id: detail.id, label: '', latitude, longitude }]
  return (
    <div className={classes.place}>
      {editing ? (
        <PlaceForm
          detail={detail}
          draft={draft}
          keep={keep}
          onClose={() => {
            keep(undefined)
            setEditing(false)
          }}
        />
      ) : (
        <Group gap="xs">
          <IconMapPin size={16} aria-hidden />
          <Text dir="auto" className={detail.address === null ? classes.muted : ''}>
            {detail.address ?? t('submissions.noAddress')}
          </Text>
          <GuardedButton
            permission="moderate"
            variant="subtle"
            size="compact-xs"
            onClick={() => setEditing(true)}
          >
            {t('submissions.editPlace')}
          </GuardedButton>
        </Group>
      )}
      {pins.length > 0 && <PlaceDoubt submissionId={detail.id} />}
      {drawn && (pins.length > 0 || detail.districtId !== null) && (
        <div className={classes.map}>
          <DistrictMap
            districts={process.districts}
            label={t('submissions.map')}
            empty={t('submissions.noMap')}
            pins={pins}
            pointedId={detail.districtId}
          />
        </div>
      )}
    </div>
  )
}

interface PlaceFormProps {
  readonly detail: SubmissionDetail
  readonly draft: PlaceDraft | undefined
  keep(draft: PlaceDraft): void
  onClose(): void
}

/** Six decimals, as the fields show them. */
function rounded(degrees: number): number {
  return Number(degrees.toFixed(6))
}

function coordinate(value: number | string): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

function PlaceForm({ detail, draft, keep, onClose }: PlaceFormProps) {
  const { t } = useTranslation()
  const { save, saving } = useSubmissionChange('submissions.classify')
  const done = useDoneNotice()
  const values = draft ?? {
    address: detail.address ?? '',
    latitude: detail.latitude ?? '',
    longitude: detail.longitude ?? '',
  }
  const latitude = coordinate(values.latitude)
  const longitude = coordinate(values.longitude)
  const halfPoint = (latitude === null) !== (longitude === null)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (halfPoint) return
    const address = values.address.trim() === '' ? null : values.address
    const saved = await save({
      submissionId: detail.id,
      version: detail.version,
      address,
      latitude,
      longitude,
    })
    if (!saved) return
    done(t('submissions.classified', { reference: detail.reference }), { undoable: true })
    onClose()
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="xs">
        <AddressField
          autoFocus
          label={t('submissions.address')}
          value={values.address}
          onChange={(address) => keep({ ...values, address })}
          onTake={({ label, latitude: north, longitude: east }) =>
            keep({ address: label, latitude: rounded(north), longitude: rounded(east) })
          }
        />
        <Group gap="xs" align="flex-start">
          {(['latitude', 'longitude'] as const).map((name) => (
            <NumberInput
              key={name}
              label={t(`submissions.${name}`)}
              hideControls
              decimalScale={6}
              decimalSeparator={t('submissions.decimalMark')}
              allowedDecimalSeparators={[',', '.']}
              min={name === 'latitude' ? -90 : -180}
              max={name === 'latitude' ? 90 : 180}
              value={values[name]}
              error={halfPoint && coordinate(values[name]) === null ? t('submissions.halfPoint') : undefined}
              onChange={(value) => keep({ ...values, [name]: value })}
            />
          ))}
        </Group>
        <Group gap="xs">
          <Button type="submit" loading={saving}>
            {t('common.save')}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
