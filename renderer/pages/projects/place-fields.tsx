import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isInside } from '../../../shared/domain/geo/point-in-polygon.ts'
import type { District } from '../../../shared/read-models/process.ts'
import { DistrictMap } from '../../components/district-map.tsx'
import { useWork } from '../../session/session.tsx'
import { DegreesInput } from './degrees-input.tsx'
import type { ProjectValues } from './project-values.ts'
import classes from './projects.module.css'

type Place = Pick<ProjectValues, 'districtId' | 'address' | 'latitude' | 'longitude'>

interface PlaceFieldsProps {
  readonly values: Place
  onChange(part: Partial<Place>): void
  readonly readOnly: boolean
  readonly pinLabel: string
}

function districtAt(
  districts: readonly District[],
  latitude: number,
  longitude: number,
): District | undefined {
  return districts.find(({ polygon }) => polygon !== null && isInside(longitude, latitude, polygon))
}

/** Where a project is: district, address, point on the map or in degrees. A point chosen on the map brings its district. */
export function PlaceFields({ values, onChange, readOnly, pinLabel }: PlaceFieldsProps) {
  const { t } = useTranslation()
  const { districts } = useWork().process
  const { districtId, address, latitude, longitude } = values
  const placed = latitude !== null && longitude !== null
  const outlined = districts.some(({ polygon }) => polygon !== null)
  const here = placed ? districtAt(districts, latitude, longitude) : undefined
  const warning =
    !placed || !outlined
      ? undefined
      : here === undefined
        ? t('projects.outsideEverywhere')
        : districtId !== null && here.id !== districtId
          ? t('projects.outsideDistrict')
          : undefined
  return (
    <Stack gap="sm">
      <div className={classes.pair}>
        <Select
          label={t('projects.district')}
          placeholder={t('projects.noDistrict')}
          clearable
          readOnly={readOnly}
          data={districts.map(({ id, name }) => ({ value: id, label: name }))}
          value={districtId}
          onChange={(next) => onChange({ districtId: next })}
        />
        <TextInput
          label={t('projects.address')}
          maxLength={300}
          readOnly={readOnly}
          value={address ?? ''}
          onChange={(event) => onChange({ address: event.currentTarget.value })}
        />
      </div>
      <div className={classes.map}>
        <DistrictMap
          districts={districts}
          label={t('projects.map')}
          empty={t('projects.noMap')}
          pointedId={districtId}
          pins={placed ? [{ id: 'here', label: pinLabel, latitude, longitude }] : []}
          {...(readOnly
            ? {}
            : {
                onPick: (place) =>
                  onChange({
                    ...place,
                    districtId: districtAt(districts, place.latitude, place.longitude)?.id ?? districtId,
                  }),
              })}
        />
      </div>
      {outlined && !readOnly && <Text c="dimmed">{t('projects.pickOnMap')}</Text>}
      <Group align="flex-start">
        <DegreesInput
          label={t('projects.latitude')}
          limit={90}
          readOnly={readOnly}
          value={latitude}
          onChange={(next) => onChange({ latitude: next })}
        />
        <DegreesInput
          label={t('projects.longitude')}
          limit={180}
          readOnly={readOnly}
          value={longitude}
          onChange={(next) => onChange({ longitude: next })}
        />
        {placed && !readOnly && (
          <Button
            mt="1.375rem"
            variant="subtle"
            onClick={() => onChange({ latitude: null, longitude: null })}
          >
            {t('projects.clearPoint')}
          </Button>
        )}
      </Group>
      {warning !== undefined && (
        <Text c="var(--parvis-warning)" role="status">
          {warning}
        </Text>
      )}
    </Stack>
  )
}
