import { Alert, Button, Group, Kbd, Text, Title } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useParvis } from '../../api/parvis.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { keyLabel } from '../../keys/key-name.ts'
import type { Choice } from './choice.ts'
import classes from './decision.module.css'

interface PanelFrameProps<Id extends string> {
  /** What is being decided; names the panel. */
  readonly label: string
  readonly title: string
  readonly confirmLabel: string
  readonly pending: boolean
  readonly problem: string | undefined
  /** Picked by their letters as long as no field has the focus. */
  readonly choices: readonly Choice<Id>[]
  /** The field that a slash goes to. */
  readonly search?: RefObject<HTMLInputElement | null>
  /** What has the keyboard first; the panel itself, so that letters pick, when absent. */
  readonly first?: RefObject<HTMLTextAreaElement | null> | undefined
  /** A field of several lines is shown: there Enter begins a new one, Ctrl+Enter confirms. */
  readonly withText: boolean
  readonly children: ReactNode
  onPick(id: Id, adding: boolean): void
  onConfirm(): void
  onClose(): void
}

/**
 * A decision that is being written: its letters, Enter to confirm (Ctrl+Enter from a text), Escape to leave. The focus
 * goes back to where it came from.
 */
export function PanelFrame<Id extends string>(props: PanelFrameProps<Id>) {
  const { label, title, confirmLabel, pending, problem, choices, search, first, withText } = props
  const { t } = useTranslation()
  const { language } = useFormats()
  const { platform } = useParvis().bridge
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    const text = first?.current
    if (text != null) {
      text.focus()
      // The standard text leaves its list open at the end of its first line.
      const gap = text.value.indexOf('\n')
      if (gap >= 0) text.setSelectionRange(gap, gap)
    } else box.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [first])

  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const { target, key, shiftKey } = event
    const typing = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
    const onButton = target instanceof HTMLButtonElement
    const mod = event.ctrlKey || event.metaKey
    const done = (): void => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (event.defaultPrevented) return
    if (key === 'Escape') {
      done()
      props.onClose()
    } else if (key === 'Enter' && (mod || (!typing && !onButton))) {
      done()
      props.onConfirm()
    } else if (typing || mod || event.altKey) return
    else if (search !== undefined && (key === '/' || key === 'ArrowDown')) {
      done()
      search.current?.focus()
    } else {
      const choice = choices.find(({ letter }) => letter === key.toLowerCase())
      if (choice === undefined) return
      done()
      props.onPick(choice.id, shiftKey)
    }
  }
  const enter = keyLabel('enter', language, platform)
  return (
    <section ref={box} tabIndex={-1} className={classes.panel} aria-label={label} onKeyDown={press}>
      <div className={classes.panelBody}>
        <Title order={2} size="h3">
          {title}
        </Title>
        {props.children}
        {problem !== undefined && (
          <Alert role="alert" color="red" py={6}>
            {problem}
          </Alert>
        )}
      </div>
      <Group gap="xs" className={classes.panelFoot}>
        <Button
          loading={pending}
          onClick={props.onConfirm}
          rightSection={<Kbd aria-hidden>{enter.join('')}</Kbd>}
        >
          {confirmLabel}
        </Button>
        <Button variant="subtle" onClick={props.onClose}>
          {t('common.cancel')}
        </Button>
        {withText && (
          <Text size="xs" c="dimmed">
            {t('submissions.confirmFromText', { keys: keyLabel('mod+enter', language, platform).join(' ') })}
          </Text>
        )}
      </Group>
    </section>
  )
}
