import { Group, Stack, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { LookSwitches } from '../../preferences/look-switches.tsx'
import classes from './welcome.module.css'

/** One column in the middle of the window: what is shown while no dossier is open for anybody. */
export function WelcomeScreen({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} — Parvis`
    heading.current?.focus()
  }, [title])
  return (
    <div className={classes.screen}>
      <header className={classes.top}>
        <Group gap="xs" justify="flex-end">
          <LookSwitches />
        </Group>
      </header>
      <main className={classes.column}>
        <Stack gap="lg">
          <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
            {title}
          </Title>
          {children}
        </Stack>
      </main>
    </div>
  )
}
