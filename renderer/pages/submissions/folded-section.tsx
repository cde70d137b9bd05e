import { UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { KeyHint } from '../../keys/key-hint.tsx'
import { usePageKeys } from '../../keys/keys.tsx'
import { useRemembered } from '../../preferences/preferences.tsx'
import classes from './desk.module.css'

interface FoldedSectionProps {
  /** Whether it is open is remembered under it. */
  readonly id: string
  readonly title: string
  /** A few characters after the title: how many there are, how far one is. */
  readonly count?: string
  /** A letter that opens it and goes to its first field; `label` says so in the list of keys. */
  readonly hotkey?: { readonly key: string; readonly label: string }
  readonly initiallyOpen?: boolean
  /** Drawn only while it is open. */
  children(): ReactNode
}

/** A part of the desk that takes one line until it is opened; open or not, it stays so from proposal to proposal. */
export function FoldedSection({ id, title, count, hotkey, initiallyOpen, children }: FoldedSectionProps) {
  const [remembered, remember] = useRemembered(`fold:submissions:${id}`, initiallyOpen === true ? '1' : '0')
  const [open, setOpen] = useState(remembered === '1')
  const turn = (next: boolean): void => {
    setOpen(next)
    remember(next ? '1' : '0')
  }
  const bodyId = useId()
  const box = useRef<HTMLElement>(null)
  usePageKeys(
    hotkey === undefined
      ? []
      : [
          {
            ...hotkey,
            run: () => {
              // Drawn at once: the next key already belongs to the first field.
              flushSync(() => turn(true))
              const within = (selector: string) => box.current?.querySelector<HTMLElement>(selector)
              const field = within('textarea[data-first-field], [data-first-field] input')
              ;(field ?? within('[data-fold-body]'))?.focus()
              box.current?.scrollIntoView({ block: 'nearest' })
            },
          },
        ],
  )
  return (
    <section ref={box} className={classes.section} aria-label={title}>
      <h3 className={classes.foldTitle}>
        <UnstyledButton
          className={classes.fold}
          aria-expanded={open}
          {...(open ? { 'aria-controls': bodyId } : {})}
          onClick={() => turn(!open)}
        >
          <IconChevronRight size={14} aria-hidden className={classes.chevron} />
          <span className={classes.foldName}>{title}</span>
          {count !== undefined && <span className={classes.count}>{count}</span>}
          {hotkey !== undefined && <KeyHint name={hotkey.key} />}
        </UnstyledButton>
      </h3>
      {open && (
        <div id={bodyId} className={classes.foldBody} data-fold-body tabIndex={-1}>
          {children()}
        </div>
      )}
    </section>
  )
}
