import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconLanguage, IconMoon, IconSun } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from './preferences.tsx'

/** Language and colour scheme: both apply at once. */
export function LookSwitches() {
  const { t } = useTranslation()
  const { preferences, change } = usePreferences()
  const other = preferences.language === 'fr' ? 'en' : 'fr'
  return (
    <>
      <Menu>
        <Menu.Target>
          <Tooltip label={t('common.language')}>
            <ActionIcon aria-label={t('common.language')}>
              <IconLanguage size={18} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {(['fr', 'en'] as const).map((language) => (
            <Menu.Item
              key={language}
              lang={language}
              aria-current={language !== other}
              onClick={() => change({ language })}
            >
              {t(`common.languageName.${language}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu>
        <Menu.Target>
          <Tooltip label={t('common.colorScheme')}>
            <ActionIcon aria-label={t('common.colorScheme')}>
              {preferences.colorScheme === 'dark' ? (
                <IconMoon size={18} stroke={1.6} />
              ) : (
                <IconSun size={18} stroke={1.6} />
              )}
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {(['light', 'dark', 'auto'] as const).map((colorScheme) => (
            <Menu.Item
              key={colorScheme}
              aria-current={colorScheme === preferences.colorScheme}
              onClick={() => change({ colorScheme })}
            >
              {t(`common.colorSchemeName.${colorScheme}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
