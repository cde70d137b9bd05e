import { Alert, Button, Group, Loader, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hostOf, tileOrigin } from '../../../shared/domain/geo/tile-address.ts'
import type { MapBackground } from '../../../shared/read-models/map.ts'
import { describeError } from '../../api/show-error.tsx'
import { useChange, useRead } from '../../api/use-call.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'

/** Where the images behind the map come from, and what then leaves this machine. Only an administrator decides. */
export function BackgroundDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const { data } = useRead('map.background', {})
  return (
    <Dialog size="lg" onClose={onClose} title={t('map.backgroundTitle')}>
      {data === undefined ? (
        <Loader size="sm" aria-label={t('common.loading')} />
      ) : (
        <BackgroundForm background={data} onClose={onClose} />
      )}
    </Dialog>
  )
}

function BackgroundForm({ background, onClose }: { readonly background: MapBackground; onClose(): void }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(background)
  const { mutate, isPending, error } = useChange('map.saveBackground', {
    inPlace: ['background-address-invalid'],
  })
  const done = useDoneNotice()
  const origin = tileOrigin(draft.urlTemplate)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    mutate(draft, {
      onSuccess: () => {
        done(t('map.backgroundSaved'))
        onClose()
      },
    })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Switch
          data-autofocus
          label={t('map.backgroundOn')}
          checked={draft.enabled}
          onChange={(event) => setDraft({ ...draft, enabled: event.currentTarget.checked })}
        />
        {draft.enabled ? (
          <Alert color="yellow">
            {t('map.backgroundLeaves', { host: origin === undefined ? '…' : hostOf(origin) })}
          </Alert>
        ) : (
          <Text>{t('map.backgroundOff')}</Text>
        )}
        <Textarea
          autosize
          minRows={2}
          label={t('map.backgroundAddress')}
          description={t('map.backgroundAddressHelp')}
          maxLength={2_000}
          value={draft.urlTemplate}
          error={error === null ? undefined : describeError(t, error)}
          onChange={(event) => setDraft({ ...draft, urlTemplate: event.currentTarget.value })}
        />
        <TextInput
          label={t('map.backgroundAttribution')}
          maxLength={300}
          value={draft.attribution}
          onChange={(event) => setDraft({ ...draft, attribution: event.currentTarget.value })}
        />
        <Text c="dimmed">{t('map.backgroundEverybody')}</Text>
        <Group>
          <GuardedButton type="submit" permission="configure-dossier" loading={isPending}>
            {t('common.save')}
          </GuardedButton>
          <Button variant="subtle" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
