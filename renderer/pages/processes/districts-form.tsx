import { Button, Group, NumberInput, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { type Cents, cents, sumCents } from '../../../shared/domain/money/cents.ts'
import type { ProcessDetail } from '../../../shared/read-models/process.ts'
import { AmountInput } from '../../components/amount.tsx'
import { DistrictMap } from '../../components/district-map.tsx'
import { FormFooter } from '../../components/form-footer.tsx'
import { RowOrder } from '../../components/row-order.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useWork } from '../../session/session.tsx'
import { useProcessForm } from './use-process-form.ts'

interface DistrictLine {
  /** Stays with the line while it is edited; not sent. */
  readonly key: string
  readonly id?: string
  readonly code: string
  readonly name: string
  readonly population: number | null
  readonly envelope: Cents | null
}

function readDistricts({ districts }: ProcessDetail): { readonly lines: readonly DistrictLine[] } {
  return {
    lines: districts.map(({ id, code, name, population, envelope }) => ({
      key: id,
      id,
      code,
      name,
      population,
      envelope,
    })),
  }
}

/** Districts with their own envelopes; their outlines come by import. */
export function DistrictsForm() {
  const { t } = useTranslation()
  const { amount } = useFormats()
  const { process } = useWork()
  const [pointed, setPointed] = useState<string | null>(null)
  const form = useProcessForm('districts', readDistricts, (client, { lines }, key) =>
    client.processes.saveDistricts({
      ...key,
      districts: lines.map(({ key: _key, ...line }) => line),
    }),
  )
  const { lines } = form.values
  const change = (index: number, part: Partial<DistrictLine>): void =>
    form.set({ lines: lines.map((line, position) => (position === index ? { ...line, ...part } : line)) })
  const unnamed = lines.some(({ name }) => name.trim() === '') ? t('processes.nameMissing') : undefined
  const sum = sumCents(lines.map(({ envelope }) => envelope ?? cents(0)))
  const outlined = new Set(process.districts.filter(({ polygon }) => polygon !== null).map(({ id }) => id))
  return (
    <Group align="flex-start" gap="xl">
      <form
        style={{ flex: '3 1 34rem', minWidth: 0 }}
        onSubmit={(event) => {
          event.preventDefault()
          void form.submit()
        }}
      >
        <Stack>
          <Table.ScrollContainer minWidth="34rem">
            <Table>
              <Table.Caption className="visually-hidden">{t('processes.districtsCaption')}</Table.Caption>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('processes.code')}</Table.Th>
                  <Table.Th scope="col">{t('processes.district')}</Table.Th>
                  <Table.Th scope="col">{t('processes.population')}</Table.Th>
                  <Table.Th scope="col">{t('processes.districtEnvelope')}</Table.Th>
                  <Table.Th scope="col">{t('processes.outline')}</Table.Th>
                  <Table.Th scope="col" ta="end">
                    {t('processes.order')}
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {lines.map((line, index) => (
                  <Table.Tr
                    key={line.key}
                    bg={
                      line.id !== undefined && line.id === pointed ? 'var(--parvis-selected)' : 'transparent'
                    }
                    onFocus={() => setPointed(line.id ?? null)}
                  >
                    <Table.Td w="5.5rem">
                      <TextInput
                        aria-label={t('processes.districtCode', { name: line.name })}
                        value={line.code}
                        onChange={(event) => change(index, { code: event.currentTarget.value })}
                      />
                    </Table.Td>
                    <Table.Td>
                      <TextInput
                        aria-label={t('processes.districtName', { index: index + 1 })}
                        value={line.name}
                        onChange={(event) => change(index, { name: event.currentTarget.value })}
                      />
                    </Table.Td>
                    <Table.Td w="7rem">
                      <NumberInput
                        aria-label={t('processes.districtPopulation', { name: line.name })}
                        min={0}
                        allowDecimal={false}
                        hideControls
                        thousandSeparator=" "
                        value={line.population ?? ''}
                        onChange={(value) =>
                          change(index, { population: typeof value === 'number' ? value : null })
                        }
                      />
                    </Table.Td>
                    <Table.Td w="9rem">
                      <AmountInput
                        aria-label={t('processes.districtEnvelopeOf', { name: line.name })}
                        value={line.envelope}
                        onChange={(envelope) => change(index, { envelope })}
                      />
                    </Table.Td>
                    <Table.Td>
                      {t(
                        line.id !== undefined && outlined.has(line.id)
                          ? 'processes.outlineYes'
                          : 'processes.outlineNo',
                      )}
                    </Table.Td>
                    <Table.Td w="7rem">
                      <RowOrder
                        rows={lines}
                        index={index}
                        name={line.name}
                        onChange={(next) => form.set({ lines: next })}
                      />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          {process.envelope !== null && lines.length > 0 && (
            <Text c={sum > process.envelope ? 'var(--parvis-danger)' : 'dimmed'}>
              {t('processes.envelopesSum', { sum: amount(sum), envelope: amount(process.envelope) })}
            </Text>
          )}
          <Group>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() =>
                form.set({
                  lines: [
                    ...lines,
                    { key: crypto.randomUUID(), code: '', name: '', population: null, envelope: null },
                  ],
                })
              }
            >
              {t('processes.addDistrict')}
            </Button>
            <Button variant="default" component={Link} href="/imports?target=districts">
              {t('processes.importOutlines')}
            </Button>
          </Group>
          <FormFooter form={form} permission="configure-process" blockedBy={unnamed} />
        </Stack>
      </form>
      <Stack component="section" style={{ flex: '2 1 20rem' }} gap="xs">
        <Title order={2}>{t('processes.mapTitle')}</Title>
        <DistrictMap
          districts={process.districts}
          label={t('processes.mapTitle')}
          empty={t('processes.noOutline')}
          pointedId={pointed}
          onPoint={setPointed}
        />
        {outlined.size > 0 && outlined.size < process.districts.length && (
          <Text c="dimmed">
            {t('processes.withoutOutline', {
              names: process.districts
                .filter(({ polygon }) => polygon === null)
                .map(({ name }) => name)
                .join(', '),
            })}
          </Text>
        )}
      </Stack>
    </Group>
  )
}
