import { Button, ColorInput, Group, Stack, Table, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ProcessDetail } from '../../../shared/read-models/process.ts'
import { FormFooter } from '../../components/form-footer.tsx'
import { RowOrder } from '../../components/row-order.tsx'
import { useProcessForm } from './use-process-form.ts'

interface ThemeLine {
  /** Stays with the line while it is edited; not sent. */
  readonly key: string
  readonly id?: string
  readonly name: string
  readonly color: string
}

function readThemes({ themes }: ProcessDetail): { readonly lines: readonly ThemeLine[] } {
  return { lines: themes.map(({ id, name, color }) => ({ key: id, id, name, color })) }
}

/** Themes, in the order of lists and documents. */
export function ThemesForm() {
  const { t } = useTranslation()
  const form = useProcessForm('themes', readThemes, (client, { lines }, key) =>
    client.processes.saveThemes({
      ...key,
      themes: lines.map(({ id, name, color }) => (id === undefined ? { name, color } : { id, name, color })),
    }),
  )
  const { lines } = form.values
  const change = (index: number, part: Partial<ThemeLine>): void =>
    form.set({ lines: lines.map((line, position) => (position === index ? { ...line, ...part } : line)) })
  const unnamed = lines.some(({ name }) => name.trim() === '') ? t('processes.nameMissing') : undefined
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit()
      }}
    >
      <Stack maw="44rem">
        <Table>
          <Table.Caption className="visually-hidden">{t('processes.themesCaption')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('processes.theme')}</Table.Th>
              <Table.Th scope="col">{t('processes.color')}</Table.Th>
              <Table.Th scope="col" ta="end">
                {t('processes.order')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line, index) => (
              <Table.Tr key={line.key}>
                <Table.Td>
                  <TextInput
                    aria-label={t('processes.themeName', { index: index + 1 })}
                    value={line.name}
                    onChange={(event) => change(index, { name: event.currentTarget.value })}
                  />
                </Table.Td>
                <Table.Td w="11rem">
                  <ColorInput
                    withEyeDropper={false}
                    size="xs"
                    aria-label={t('processes.themeColor', { name: line.name })}
                    value={line.color}
                    onChange={(color) => change(index, { color })}
                  />
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
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() =>
              form.set({ lines: [...lines, { key: crypto.randomUUID(), name: '', color: '#1d57a5' }] })
            }
          >
            {t('processes.addTheme')}
          </Button>
        </Group>
        <FormFooter form={form} permission="configure-process" blockedBy={unnamed} />
      </Stack>
    </form>
  )
}
