import { Checkbox, NumberInput, Radio, Select, Stack, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { secondOpinionRules } from '../../../shared/domain/moderation/second-opinion.ts'
import {
  type DistributionRule,
  type DistributionRuleKind,
  distributionRuleKinds,
} from '../../../shared/domain/team/distribute.ts'
import type { TeamSettings } from '../../../shared/read-models/team.ts'
import type { InputOfName } from '../../api/client.ts'
import { useClient } from '../../api/parvis.tsx'
import { readKey, useRead } from '../../api/use-call.ts'
import { FormFooter } from '../../components/form-footer.tsx'
import { useVersionedForm } from '../../components/use-versioned-form.ts'
import { useWork } from '../../session/session.tsx'
import { DistributionRuleEditor } from './distribution-rule.tsx'

type TeamValues = Omit<TeamSettings, 'version'>

function readValues({ version: _version, ...values }: TeamSettings): TeamValues {
  return values
}

/** A rule as the contract takes it: arrays of its own. */
function sent(rule: DistributionRule): InputOfName<'team.saveSettings'>['rules'][number] {
  return 'shares' in rule
    ? {
        kind: rule.kind,
        shares: rule.shares.map(({ placeId, personIds }) => ({ placeId, personIds: [...personIds] })),
      }
    : { kind: rule.kind, personIds: [...rule.personIds] }
}

/** How the officers share the work: second opinion, time to decide, distribution. */
export function TeamForm() {
  const { process } = useWork()
  const { data } = useRead('team.settings', { processId: process.id })
  return data === undefined ? null : <LoadedTeamForm settings={data} />
}

function LoadedTeamForm({ settings }: { settings: TeamSettings }) {
  const { t } = useTranslation()
  const client = useClient()
  const queries = useQueryClient()
  const { process } = useWork()
  const form = useVersionedForm<TeamSettings, TeamValues>({
    draftKey: `team settings ${process.id}`,
    source: settings,
    read: readValues,
    async save(values, version) {
      const saved = await client.team.saveSettings({
        ...values,
        processId: process.id,
        version,
        rules: values.rules.map(sent),
      })
      queries.setQueryData(readKey('team.settings', { processId: process.id }), saved)
      return saved
    },
  })
  const { secondOpinion, decisionDays, automatic, rules } = form.values
  const addable = distributionRuleKinds.filter((kind) => !rules.some((rule) => rule.kind === kind))
  const add = (kind: DistributionRuleKind): void =>
    form.set({
      rules: [
        ...rules,
        kind === 'district' || kind === 'theme' ? { kind, shares: [] } : { kind, personIds: [] },
      ],
    })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit()
      }}
    >
      <Stack maw="48rem" gap="xl">
        <section>
          <Title order={2}>{t('team.settings.secondOpinion')}</Title>
          <Radio.Group
            mt="xs"
            aria-label={t('team.settings.secondOpinion')}
            description={t('team.settings.secondOpinionHint')}
            value={secondOpinion}
            onChange={(value) =>
              form.set({ secondOpinion: secondOpinionRules.find((rule) => rule === value) ?? 'none' })
            }
          >
            <Stack gap="xs" mt="xs">
              {secondOpinionRules.map((rule) => (
                <Radio key={rule} value={rule} label={t(`team.settings.rule.${rule}`)} />
              ))}
            </Stack>
          </Radio.Group>
        </section>
        <section>
          <Title order={2}>{t('team.settings.deadlines')}</Title>
          <NumberInput
            mt="xs"
            maw="24rem"
            label={t('team.settings.decisionDays')}
            description={t('team.settings.decisionDaysHint')}
            min={1}
            max={365}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            value={decisionDays ?? ''}
            onChange={(value) =>
              form.set({ decisionDays: typeof value === 'number' && value >= 1 ? value : null })
            }
          />
        </section>
        <section>
          <Title order={2}>{t('team.settings.distribution')}</Title>
          <Text c="dimmed" size="sm" mt="xs">
            {t('team.settings.distributionHint')}
          </Text>
          <Stack mt="sm" gap="lg">
            {rules.length === 0 && <Text>{t('team.settings.noRule')}</Text>}
            {rules.map((rule, index) => (
              <DistributionRuleEditor
                key={rule.kind}
                rules={rules}
                index={index}
                onChange={(next) => form.set({ rules: next })}
              />
            ))}
            {addable.length > 0 && (
              <Select
                maw="16rem"
                label={t('team.settings.addRule')}
                placeholder={t('team.settings.addRule')}
                data={addable.map((kind) => ({ value: kind, label: t(`team.settings.kind.${kind}`) }))}
                value={null}
                onChange={(value) => {
                  const kind = addable.find((one) => one === value)
                  if (kind !== undefined) add(kind)
                }}
              />
            )}
            <Checkbox
              label={t('team.settings.automatic')}
              checked={automatic}
              onChange={(event) => form.set({ automatic: event.currentTarget.checked })}
            />
          </Stack>
        </section>
        <FormFooter form={form} permission="lead-team" />
      </Stack>
    </form>
  )
}
