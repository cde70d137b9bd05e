import { Group, MultiSelect, Stack, Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { may } from '../../../shared/domain/people/permissions.ts'
import type { DistributionRule } from '../../../shared/domain/team/distribute.ts'
import { useRead } from '../../api/use-call.ts'
import { RowOrder } from '../../components/row-order.tsx'
import { useWork } from '../../session/session.tsx'

interface DistributionRuleEditorProps {
  readonly rules: readonly DistributionRule[]
  readonly index: number
  onChange(rules: readonly DistributionRule[]): void
}

/** One rule of the distribution: who takes what, and its place in the order. */
export function DistributionRuleEditor({ rules, index, onChange }: DistributionRuleEditorProps) {
  const { t } = useTranslation()
  const { process } = useWork()
  const rule = rules[index]
  if (rule === undefined) return null
  const name = t(`team.settings.kind.${rule.kind}`)
  const put = (changed: DistributionRule): void => onChange(rules.toSpliced(index, 1, changed))
  const places = rule.kind === 'theme' ? process.themes : process.districts
  return (
    <section aria-label={t('team.settings.caption', { rule: name })}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={3}>{`${index + 1}. ${name}`}</Title>
        <RowOrder rows={rules} index={index} name={name} onChange={onChange} />
      </Group>
      <Text c="dimmed" size="sm">
        {t(`team.settings.kindHint.${rule.kind}`)}
      </Text>
      {'shares' in rule ? (
        <Table mt="xs">
          <Table.Caption className="visually-hidden">
            {t('team.settings.caption', { rule: name })}
          </Table.Caption>
          <Table.Tbody>
            {places.map((place) => (
              <Table.Tr key={place.id}>
                <Table.Th scope="row" fw={400} w="14rem">
                  {place.name}
                </Table.Th>
                <Table.Td>
                  <PeopleSelect
                    label={t('team.settings.peopleOf', { place: place.name })}
                    hiddenLabel
                    value={rule.shares.find(({ placeId }) => placeId === place.id)?.personIds ?? []}
                    onChange={(personIds) =>
                      put({
                        kind: rule.kind,
                        shares: [
                          ...rule.shares.filter(({ placeId }) => placeId !== place.id),
                          ...(personIds.length > 0 ? [{ placeId: place.id, personIds }] : []),
                        ],
                      })
                    }
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : (
        <Stack mt="xs">
          <PeopleSelect
            label={t('team.settings.people')}
            value={rule.personIds}
            onChange={(personIds) => put({ kind: rule.kind, personIds })}
          />
        </Stack>
      )}
    </section>
  )
}

interface PeopleSelectProps {
  readonly label: string
  readonly hiddenLabel?: boolean
  readonly value: readonly string[]
  onChange(personIds: readonly string[]): void
}

/** Officers who may moderate, in the order in which they are chosen. */
function PeopleSelect({ label, hiddenLabel = false, value, onChange }: PeopleSelectProps) {
  const { t } = useTranslation()
  const { data: people = [] } = useRead('people.list', {})
  const choosable = people.filter(
    ({ id, active, roles }) => value.includes(id) || (active && may(roles, 'moderate')),
  )
  return (
    <MultiSelect
      {...(hiddenLabel ? { 'aria-label': label } : { label })}
      placeholder={value.length === 0 ? t('team.settings.nobodyYet') : ''}
      data={choosable.map(({ id, name }) => ({ value: id, label: name }))}
      value={[...value]}
      onChange={onChange}
      searchable
      hidePickedOptions
    />
  )
}
