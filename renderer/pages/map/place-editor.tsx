import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AddressSuggestion } from '../../../shared/read-models/addresses.ts'
import type { SubmissionPlace } from '../../../shared/read-models/map.ts'
import { useChange } from '../../api/use-call.ts'
import { AddressField } from '../../components/address-field.tsx'
import { useDoneNotice } from '../../notices/use-undo.tsx'

interface PlaceEditorProps {
  readonly place: SubmissionPlace
  onPickOnMap(): void
  onClose(): void
}

/** Gives a proposal its point: by an address of the base, or by a click on the map. */
export function PlaceEditor({ place, onPickOnMap, onClose }: PlaceEditorProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(place.address ?? '')
  const { mutate, isPending } = useChange('submissions.classify')
  const done = useDoneNotice()
  const take = ({ latitude, longitude }: AddressSuggestion): void =>
    mutate(
      { submissionId: place.id, version: place.version, latitude, longitude },
      {
        onSuccess: () => {
          done(t('map.placed', { reference: place.reference }), { undoable: true })
          onClose()
        },
      },
    )
  return (
    <>
      <AddressField autoFocus value={text} onChange={setText} onTake={take} disabled={isPending} />
      <Group gap="xs" mt="xs">
        <Button variant="default" onClick={onPickOnMap}>
          {t('map.onMap')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </Group>
    </>
  )
}
