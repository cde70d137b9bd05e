import { Button, Group, NumberInput, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { type Cents, cents, sumCents } from '../../../shared/domain/money/cents.ts'
import type { ProcessDetail } from '../../../shared/read-models/process.ts'
import { AmountInput } from '../../components/amount.tsx'
import { DistrictMap } from '../../components/district-map.tsx'
import { FormFooter } from '../../components/form-footer.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useWork } from '../../session/session.tsx'
import { AddLine, type EditedLine, type Lines, LineTable, useLines } from './line-table.tsx'
import { useProcessForm } from './use-process-form.ts'

interface DistrictLine extends EditedLine {
  readonly code: string
  readonly population: number | null
  readonly envelope: Cents | null
}

function readDistricts({ districts }: ProcessDetail): Lines<DistrictLine> {
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
  const { lines, change, replace, unnamed } = useLines(form)
  const sum = sumCents(lines.map(({ envelope }) => envelope ?? cents(0)))
  const outlined = new Set(process.districts.filter(({ polygon }) => polygon !== null).map(({ id }) => id))
  return (
    <Group align="flex-start" gap="xl">
      <form
        style={{ flex: '5 1 34rem', minWidth: 0 }}
        onSubmit={(event) => {
          event.preventDefault()
          void form.submit()
        }}
      >
        <Stack>
          <Table.ScrollContainer minWidth="34rem">
            <LineTable
              caption={t('processes.districtsCaption')}
              heads={[
                t('processes.code'),
                t('processes.district'),
                t('processes.population'),
                t('processes.districtEnvelope'),
                t('processes.outline'),
              ]}
              lines={lines}
              pointedId={pointed}
              onPoint={setPointed}
              onReplace={replace}
              cells={(line, index) => (
                <>
                  <Table.Td w="5rem" miw="5rem">
                    <TextInput
                      aria-label={t('processes.districtCode', { name: line.name })}
                      value={line.code}
                      onChange={(event) => change(index, { code: event.currentTarget.value })}
                    />
                  </Table.Td>
                  <Table.Td miw="10rem">
                    <TextInput
                      aria-label={t('processes.districtName', { index: index + 1 })}
                      value={line.name}
                      onChange={(event) => change(index, { name: event.currentTarget.value })}
                    />
                  </Table.Td>
                  <Table.Td w="6.5rem">
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
                  <Table.Td w="8rem">
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
                </>
              )}
            />
          </Table.ScrollContainer>
          {process.envelope !== null && lines.length > 0 && (
            <Text c={sum > process.envelope ? 'var(--parvis-danger)' : 'dimmed'}>
              {t('processes.envelopesSum', { sum: amount(sum), envelope: amount(process.envelope) })}
            </Text>
          )}
          <Group>
            <AddLine
              label={t('processes.addDistrict')}
              onAdd={() =>
                replace([
                  ...lines,
                  { key: crypto.randomUUID(), code: '', name: '', population: null, envelope: null },
                ])
              }
            />
            <Button variant="default" component={Link} href="/imports?target=districts">
              {t('processes.importOutlines')}
            </Button>
          </Group>
          <FormFooter form={form} permission="configure-process" blockedBy={unnamed} />
        </Stack>
      </form>
      <Stack component="section" style={{ flex: '3 1 18rem' }} gap="xs">
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
