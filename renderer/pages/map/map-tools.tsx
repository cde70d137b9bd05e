import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { IconFocusCentered, IconLasso, IconMinus, IconPlus, IconSelectAll } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../formats/use-formats.ts'
import { useWork } from '../../session/session.tsx'
import classes from './map.module.css'

interface MapToolsProps {
  readonly lasso: boolean
  /** How many points each district holds, by its id. */
  readonly counts: ReadonlyMap<string, number>
  readonly hasSelection: boolean
  onZoom(steps: number): void
  onFit(): void
  onLasso(): void
  onSelectVisible(): void
  onSelectDistrict(districtId: string): void
  onSelectNothing(): void
}

/** Zoom, lasso, and the same selections by keyboard. */
export function MapTools(props: MapToolsProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { process } = useWork()
  const tools = [
    { name: t('map.zoomIn'), key: '+', icon: IconPlus, run: () => props.onZoom(1) },
    { name: t('map.zoomOut'), key: '-', icon: IconMinus, run: () => props.onZoom(-1) },
    { name: t('map.fit'), key: '0', icon: IconFocusCentered, run: props.onFit },
  ]
  return (
    <div className={classes.tools} role="toolbar" aria-label={t('map.view')}>
      {tools.map(({ name, key, icon: Icon, run }) => (
        <Tooltip key={key} label={`${name} (${key})`}>
          <ActionIcon aria-label={name} aria-keyshortcuts={key} onClick={run}>
            <Icon size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
      <Button
        variant={props.lasso ? 'light' : 'subtle'}
        size="compact-sm"
        aria-pressed={props.lasso}
        aria-keyshortcuts="l"
        leftSection={<IconLasso size={16} aria-hidden />}
        onClick={props.onLasso}
      >
        {t('map.lasso')}
      </Button>
      <Menu withinPortal>
        <Menu.Target>
          <Button variant="subtle" size="compact-sm" leftSection={<IconSelectAll size={16} aria-hidden />}>
            {t('map.select')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah="22rem" style={{ overflowY: 'auto' }}>
          <Menu.Item onClick={props.onSelectVisible}>{t('map.selectVisible')}</Menu.Item>
          {process.districts
            .filter(({ id }) => props.counts.has(id))
            .map(({ id, name }) => (
              <Menu.Item
                key={id}
                rightSection={<span className={classes.muted}>{number(props.counts.get(id) ?? 0)}</span>}
                onClick={() => props.onSelectDistrict(id)}
              >
                {t('map.selectDistrict', { name })}
              </Menu.Item>
            ))}
          {props.hasSelection && (
            <Menu.Item onClick={props.onSelectNothing}>{t('map.selectNothing')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
