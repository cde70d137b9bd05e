import { Stack, Table, Text, Title } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { JournalEntry } from '../../../shared/read-models/journal.ts'
import { actionLabel } from '../../components/action-label.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { changedFields } from './changed-fields.ts'
import classes from './journal.module.css'

/** One entry in full: who, when, what, before and after. */
export function EntryDetail({ entry }: { entry: JournalEntry }) {
  const { t } = useTranslation()
  const { instant } = useFormats()
  const changes = changedFields(entry.before, entry.after)
  return (
    <Stack p="md" gap="sm">
      <Title order={2}>{t('journal.detailTitle', { sequence: entry.sequence })}</Title>
      <Text>
        {actionLabel(t, entry.action)} — <strong>{entry.objectLabel}</strong>
      </Text>
      <Text c="dimmed">
        {entry.personName || t('journal.system')}, {instant(entry.at)}
      </Text>
      {entry.reason !== '' && <Text className="reading">{entry.reason}</Text>}
      {entry.undoesSequence !== null && (
        <Text>{t('journal.undoes', { sequence: entry.undoesSequence })}</Text>
      )}
      {entry.undoneBySequence !== null && (
        <Text>{t('journal.undoneBy', { sequence: entry.undoneBySequence })}</Text>
      )}
      {changes.length === 0 ? (
        <Text c="dimmed">{t('journal.noChange')}</Text>
      ) : (
        <Table layout="fixed">
          <Table.Caption className="visually-hidden">
            {t('journal.detailTitle', { sequence: entry.sequence })}
          </Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('journal.field')}</Table.Th>
              <Table.Th scope="col">{t('journal.before')}</Table.Th>
              <Table.Th scope="col">{t('journal.after')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changes.map(({ field, before, after }) => (
              <Table.Tr key={field}>
                <Table.Th scope="row" fw={400} className={classes.value}>
                  {t(`journal.fieldName.${field}`, { defaultValue: field })}
                </Table.Th>
                <Table.Td className={classes.value}>{valueWords(t, field, before)}</Table.Td>
                <Table.Td className={classes.value}>{valueWords(t, field, after)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  )
}

/** Values of closed lists in the words of the domain; others as they are. */
const families: Readonly<Record<string, string>> = {
  stage: 'stage',
  roles: 'role',
  verdict: 'verdict',
  reasons: 'reason',
  conclusion: 'conclusion',
  visa: 'visa',
  channel: 'channel',
  kind: 'processKind',
}

function valueWords(t: TFunction, field: string, value: string): string {
  if (value === '') return '—'
  const family = families[field]
  if (family === undefined) return value
  return value
    .split(', ')
    .map((word) => t(`labels.${family}.${word}`, { defaultValue: word }))
    .join(', ')
}
