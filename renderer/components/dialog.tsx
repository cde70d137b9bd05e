import { Modal, type ModalProps } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

type DialogProps = Omit<ModalProps, 'opened' | 'closeButtonProps' | 'returnFocus'>

function holdsNothing(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}

/** A dialog that is open as long as it is mounted. The focus goes back to where it came from, else to the page's title. */
export function Dialog(props: DialogProps) {
  const { t } = useTranslation()
  const root = useRef<HTMLDivElement>(null)
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // Who opened a page or a field from the dialog has put the focus there.
      if (!holdsNothing()) return
      const here = opener instanceof HTMLElement && opener !== document.body && opener.isConnected
      const target = here ? opener : document.querySelector<HTMLElement>('main h1')
      target?.focus({ preventScroll: true })
    },
    [opener],
  )
  // The field that had the focus may go away with what is read from the dossier: the dialog itself then takes it.
  useEffect(() => {
    if (holdsNothing()) root.current?.querySelector<HTMLElement>('[role="dialog"]')?.focus()
  })
  return (
    <Modal
      ref={root}
      opened
      returnFocus={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      {...props}
    />
  )
}
