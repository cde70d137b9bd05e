import { extname, resolve } from 'node:path'
import type { App } from 'electron'

/** The dossier named on a command line, as an absolute path; relative ones start from `folder`. */
export function dossierPathIn(commandLine: readonly string[], folder: string): string | undefined {
  const path = commandLine
    .slice(1)
    .findLast((word) => !word.startsWith('-') && extname(word).toLowerCase() === '.parvis')
  return path === undefined ? undefined : resolve(folder, path)
}

interface Lifecycle {
  /** A second start, or a double click in the file manager. Without a path: only come to the front. */
  onOpen(dossierPath: string | undefined): void
  /** Must end before the process does. */
  onQuit(): Promise<void>
}

/** Wires one application to its starts and its end. Answers false when another instance is already there. */
export function governLifecycle(
  app: Pick<App, 'on' | 'quit' | 'requestSingleInstanceLock'>,
  lifecycle: Lifecycle,
): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return false
  }
  app.on('second-instance', (_event, commandLine, folder) =>
    lifecycle.onOpen(dossierPathIn(commandLine, folder)),
  )
  app.on('open-file', (event, path) => {
    event.preventDefault()
    lifecycle.onOpen(path)
  })
  // One window, one dossier: closing it is leaving, on macOS too.
  app.on('window-all-closed', () => app.quit())
  let finished = false
  app.on('will-quit', (event) => {
    if (finished) return
    event.preventDefault()
    void lifecycle.onQuit().finally(() => {
      finished = true
      app.quit()
    })
  })
  return true
}
