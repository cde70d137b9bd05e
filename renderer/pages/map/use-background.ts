import { notifications } from '@mantine/notifications'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { hostOf, tileOrigin } from '../../../shared/domain/geo/tile-address.ts'
import { useRead } from '../../api/use-call.ts'
import { useUnsavedDrafts } from '../../components/drafts.ts'
import type { TownMap } from './town-map.ts'

/** The origin for which the window was reloaded: once is enough. */
const reloadedFor = 'parvis-map-reloaded-for'

/**
 * Shows the images behind the map while an administrator allows them; answers whether it does. The window learns from
 * where images may come when it is loaded: the first time, it is loaded anew, unless something typed would be lost.
 */
export function useBackground(map: TownMap | undefined): boolean {
  const { t } = useTranslation()
  const { data } = useRead('map.background', {})
  const drafts = useUnsavedDrafts()
  const unsaved = useRef(drafts)
  unsaved.current = drafts
  const origin = data?.enabled === true ? tileOrigin(data.urlTemplate) : undefined
  const shown = map !== undefined && data !== undefined && origin !== undefined
  useEffect(() => {
    if (map === undefined || data === undefined) return
    if (origin === undefined) {
      map.setBackground(undefined, () => undefined)
      return
    }
    let told = false
    let blocked = false
    const hear = (event: SecurityPolicyViolationEvent): void => {
      if (blocked || !event.blockedURI.startsWith(origin)) return
      blocked = true
      if (unsaved.current === 'none' && sessionStorage.getItem(reloadedFor) !== origin) {
        sessionStorage.setItem(reloadedFor, origin)
        location.reload()
      } else notifications.show({ message: t('map.backgroundWaits') })
    }
    document.addEventListener('securitypolicyviolation', hear)
    map.setBackground(data, () => {
      // The browser tells first that its policy refused an image, then that the image failed.
      if (told || blocked) return
      told = true
      setTimeout(() => {
        if (!blocked)
          notifications.show({
            color: 'yellow',
            message: t('map.backgroundFailed', { host: hostOf(origin) }),
          })
      })
    })
    return () => {
      document.removeEventListener('securitypolicyviolation', hear)
      map.setBackground(undefined, () => undefined)
    }
  }, [map, data, origin, t])
  return shown
}
