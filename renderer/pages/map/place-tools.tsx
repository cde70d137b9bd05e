import { Button, Menu } from '@mantine/core'
import { IconMapCog } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearch } from 'wouter'
import { useFormats } from '../../formats/use-formats.ts'
import { usePermission } from '../../session/use-permission.ts'
import { AddressBaseDialog } from './address-base-dialog.tsx'
import { AddressReviewDialog } from './address-review-dialog.tsx'
import { BackgroundDialog } from './background-dialog.tsx'
import classes from './map.module.css'
import { PlacementDialog } from './placement-dialog.tsx'

type Tool = 'placement' | 'review' | 'base' | 'background'

/** What is done for all places at once: districts by points, points by addresses, the base, the background. */
export function PlaceTools({ waiting }: { readonly waiting: number }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const search = useSearch()
  // Whoever comes with an address base in hand is led to it.
  const [tool, setTool] = useState<Tool | undefined>(() =>
    new URLSearchParams(search).has('base') ? 'base' : undefined,
  )
  const moderate = usePermission('moderate')
  const configure = usePermission('configure-process')
  const administer = usePermission('configure-dossier')
  const close = (): void => setTool(undefined)
  const item = (
    name: Tool,
    label: string,
    { allowed, why }: { readonly allowed: boolean; readonly why: string },
    count = 0,
  ) => (
    <Menu.Item
      key={name}
      disabled={!allowed}
      title={allowed ? undefined : why}
      rightSection={count > 0 && <span className={classes.muted}>{number(count)}</span>}
      onClick={() => setTool(name)}
    >
      {label}
    </Menu.Item>
  )
  return (
    <>
      <Menu withinPortal position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconMapCog size={16} aria-hidden />}>
            {t('map.tools')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {item('placement', t('map.placeByPoints'), moderate)}
          {item('review', t('addresses.review'), moderate, waiting)}
          {item('base', t('addresses.base'), configure)}
          {item('background', t('map.background'), administer)}
        </Menu.Dropdown>
      </Menu>
      {tool === 'placement' && <PlacementDialog onClose={close} />}
      {tool === 'review' && <AddressReviewDialog onClose={close} onNeedBase={() => setTool('base')} />}
      {tool === 'base' && <AddressBaseDialog onClose={close} />}
      {tool === 'background' && <BackgroundDialog onClose={close} />}
    </>
  )
}
