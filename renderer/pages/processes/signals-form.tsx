import { Checkbox, NumberInput, SimpleGrid, Stack, TagsInput, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { signalIds } from '../../../shared/domain/moderation/signals/signal-id.ts'
import { requirableParts } from '../../../shared/domain/moderation/signals/signal-settings.ts'
import type { TunedSignals } from '../../../shared/read-models/signal.ts'
import { useClient } from '../../api/parvis.tsx'
import { useRead } from '../../api/use-call.ts'
import { FormFooter } from '../../components/form-footer.tsx'
import { useVersionedForm } from '../../components/use-versioned-form.ts'
import { useWork } from '../../session/session.tsx'

/** What is pointed out in the deposits of the démarche, and from where on. */
export function SignalsForm() {
  const { process } = useWork()
  const { data } = useRead('signals.settings', { processId: process.id }, { keep: false })
  return data === undefined ? null : <SettingsFields source={data} />
}

function SettingsFields({ source }: { readonly source: TunedSignals }) {
  const { t } = useTranslation()
  const client = useClient()
  const { process } = useWork()
  const form = useVersionedForm({
    draftKey: `process signals ${process.id}`,
    source,
    read: ({ settings }: TunedSignals) => settings,
    save: (settings, version) => client.signals.saveSettings({ processId: process.id, version, settings }),
  })
  const { values } = form
  const wordLists = ['addedWords', 'ignoredWords', 'otherCommunes'] as const
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit()
      }}
    >
      <Stack maw="52rem">
        <Text c="dimmed">{t('signals.tuning.note')}</Text>
        <Checkbox.Group
          label={t('signals.tuning.raised')}
          value={signalIds.filter((id) => !values.off.includes(id))}
          onChange={(raised) => form.set({ off: signalIds.filter((id) => !raised.includes(id)) })}
        >
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="xs" mt="xs">
            {signalIds.map((id) => (
              <Checkbox key={id} value={id} label={t(`signals.${id}.name`)} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        <Checkbox.Group
          label={t('signals.tuning.requiredParts')}
          value={[...values.requiredParts]}
          onChange={(parts) =>
            form.set({ requiredParts: requirableParts.filter((part) => parts.includes(part)) })
          }
        >
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="xs" mt="xs">
            {requirableParts.map((part) => (
              <Checkbox key={part} value={part} label={t(`signals.part.${part}`)} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NumberInput
            label={t('signals.tuning.fewestWords')}
            min={1}
            max={500}
            clampBehavior="strict"
            allowDecimal={false}
            value={values.fewestWords}
            onChange={(value) => {
              if (typeof value === 'number') form.set({ fewestWords: value })
            }}
          />
          <NumberInput
            label={t('signals.tuning.mostPerAuthor')}
            min={1}
            max={1_000}
            clampBehavior="strict"
            allowDecimal={false}
            value={values.mostPerAuthor}
            onChange={(value) => {
              if (typeof value === 'number') form.set({ mostPerAuthor: value })
            }}
          />
        </SimpleGrid>
        {wordLists.map((list) => (
          <TagsInput
            key={list}
            label={t(`signals.tuning.${list}`)}
            description={t('signals.tuning.wordsHint')}
            maxTags={500}
            value={[...values[list]]}
            onChange={(words) => form.set({ [list]: words.filter((word) => word.trim().length > 1) })}
          />
        ))}
        <FormFooter form={form} permission="configure-process" />
      </Stack>
    </form>
  )
}
