import { Group, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import classes from './page.module.css'

interface PageProps {
  /** The h1, and the first part of the window title. */
  readonly title: string
  /** A few words after the title, on its line. */
  readonly subtitle?: ReactNode
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode
  /** `document` scrolls as a whole; `panes` fills the height and lets its panes scroll. */
  readonly layout?: 'document' | 'panes'
  readonly children: ReactNode
}

/** The body of every page: one h1 that gets the focus when the page is entered, then the content. */
export function Page({ title, subtitle, actions, layout = 'document', children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    document.title = `${title} — Parvis`
  }, [title])
  return (
    <div className={classes.page} data-layout={layout}>
      <header className={classes.header}>
        <div className={classes.titles}>
          <Title order={1} ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {subtitle !== undefined && (
            <Text size="sm" c="dimmed" component="div">
              {subtitle}
            </Text>
          )}
        </div>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </header>
      <div className={classes.body}>{children}</div>
    </div>
  )
}
