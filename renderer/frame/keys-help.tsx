import { Kbd, Modal, Switch, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useParvis } from '../api/parvis.tsx'
import { useFormats } from '../formats/use-formats.ts'
import { keyLabel } from '../keys/key-name.ts'
import { useActiveKeys } from '../keys/keys.tsx'
import { usePreferences } from '../preferences/preferences.tsx'

/** The keys of the page (`?`), and the switch that turns single letters off. */
export function KeysHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const { language } = useFormats()
  const { platform } = useParvis().bridge
  const { preferences, change } = usePreferences()
  const keys = useActiveKeys()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('common.keysTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Table>
        <Table.Caption className="visually-hidden">{t('common.keysTitle')}</Table.Caption>
        <Table.Thead className="visually-hidden">
          <Table.Tr>
            <Table.Th scope="col">{t('common.key')}</Table.Th>
            <Table.Th scope="col">{t('common.action')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map(({ key, label }) => (
            <Table.Tr key={`${key} ${label}`}>
              <Table.Td w={120}>
                {keyLabel(key, language, platform).map((part) => (
                  <Kbd key={part} mr={4}>
                    {part}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{label}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Switch
        mt="md"
        checked={preferences.singleKeys}
        onChange={(event) => change({ singleKeys: event.currentTarget.checked })}
        label={t('common.singleKeys')}
        description={t('common.singleKeysDescription')}
      />
    </Modal>
  )
}
