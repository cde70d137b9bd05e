import { ColorInput, Group, Stack, Table, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ProcessDetail } from '../../../shared/read-models/process.ts'
import { FormFooter } from '../../components/form-footer.tsx'
import { AddLine, type EditedLine, type Lines, LineTable, useLines } from './line-table.tsx'
import { useProcessForm } from './use-process-form.ts'

interface ThemeLine extends EditedLine {
  readonly color: string
}

function readThemes({ themes }: ProcessDetail): Lines<ThemeLine> {
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
  const { lines, change, replace, unnamed } = useLines(form)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit()
      }}
    >
      <Stack maw="44rem">
        <LineTable
          caption={t('processes.themesCaption')}
          heads={[t('processes.theme'), t('processes.color')]}
          lines={lines}
          onReplace={replace}
          cells={(line, index) => (
            <>
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
            </>
          )}
        />
        <Group>
          <AddLine
            label={t('processes.addTheme')}
            onAdd={() => replace([...lines, { key: crypto.randomUUID(), name: '', color: '#1d57a5' }])}
          />
        </Group>
        <FormFooter form={form} permission="configure-process" blockedBy={unnamed} />
      </Stack>
    </form>
  )
}
