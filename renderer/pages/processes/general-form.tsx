import { NumberInput, SimpleGrid, Stack, TagsInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AmountInput } from '../../components/amount.tsx'
import { FormFooter } from '../../components/form-footer.tsx'
import { useWork } from '../../session/session.tsx'
import { asCents, readGeneralValues, readProcessValues } from './process-values.ts'
import { useProcessForm } from './use-process-form.ts'

const inseeCode = /^$|^[0-9][0-9AB][0-9]{3}$/

/** Identity of the démarche and its money. */
export function GeneralForm() {
  const { t } = useTranslation()
  const { process } = useWork()
  const form = useProcessForm('general', readGeneralValues, (client, values, key) =>
    client.processes.update({ ...readProcessValues(process), ...values, ...key }),
  )
  const { values, set } = form
  const wrongInsee = inseeCode.test(values.inseeCode) ? undefined : t('processes.inseeInvalid')
  const untitled = values.title.trim() === '' ? t('common.required') : undefined
  const text = (field: 'title' | 'edition' | 'referencePrefix' | 'communeName' | 'inseeCode') => ({
    label: t(`processes.field.${field}`),
    value: values[field],
    onChange: (event: { readonly currentTarget: HTMLInputElement }) =>
      set({ [field]: event.currentTarget.value }),
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit()
      }}
    >
      <Stack maw="48rem">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput required error={untitled} {...text('title')} />
          <TextInput
            description={t('processes.hint.edition')}
            inputWrapperOrder={order}
            {...text('edition')}
          />
          <TextInput {...text('communeName')} />
          <TextInput
            description={t('processes.hint.inseeCode')}
            inputWrapperOrder={order}
            error={wrongInsee}
            {...text('inseeCode')}
          />
          <TextInput
            description={t('processes.hint.referencePrefix')}
            inputWrapperOrder={order}
            maxLength={12}
            {...text('referencePrefix')}
          />
          <NumberInput
            label={t('processes.field.votersCount')}
            min={0}
            allowDecimal={false}
            value={values.votersCount ?? ''}
            onChange={(value) => set({ votersCount: typeof value === 'number' ? value : null })}
          />
          {process.kind === 'participatory-budget' && (
            <>
              <AmountInput
                label={t('processes.field.envelope')}
                value={asCents(values.envelope)}
                onChange={(envelope) => set({ envelope })}
              />
              <AmountInput
                label={t('processes.field.projectCap')}
                value={asCents(values.projectCap)}
                onChange={(projectCap) => set({ projectCap })}
              />
              <AmountInput
                label={t('processes.field.publishedCostStep')}
                description={t('processes.hint.publishedCostStep')}
                inputWrapperOrder={order}
                value={asCents(values.publishedCostStep)}
                onChange={(step) => set({ publishedCostStep: step ?? 0 })}
              />
            </>
          )}
        </SimpleGrid>
        <TagsInput
          label={t('processes.field.departments')}
          description={t('processes.hint.departments')}
          inputWrapperOrder={order}
          value={values.departments}
          onChange={(departments) => set({ departments })}
        />
        <FormFooter form={form} permission="configure-process" blockedBy={wrongInsee ?? untitled} />
      </Stack>
    </form>
  )
}

const order: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']
