import { join } from 'node:path'
import { app } from 'electron'
import type { AppPaths, Log } from '../ports.ts'
import { prepareAppPaths } from './app-paths.ts'
import { createPdfPrinter } from './pdf-printer.ts'
import type { ShellPorts } from './worker-client.ts'

/** In milliseconds: how long interrupted work may take to undo what it began. */
const longestStop = 10_000

export interface UnattendedWork {
  /** Does the work and answers the exit code. */
  run(): Promise<number>
  /** The person pressed Ctrl+C, or the system ends the session. */
  interrupt(): void
}

/**
 * Runs work on Electron without any window. `root` is the folder that holds `out/`. The process ends with the exit
 * code of the work, or at the second interruption.
 */
export function runUnattended(
  root: string,
  parameters: readonly string[],
  prepare: (paths: AppPaths) => UnattendedWork,
): void {
  const paths = prepareAppPaths(root, parameters)
  // The window of Parvis may be open beside: Chromium's own files are not shared with it.
  app.setPath('sessionData', join(paths.userData, 'command-line'))
  const work = prepare(paths)
  // A hidden window that has printed is no reason to end.
  app.on('window-all-closed', () => {})
  let interrupted = false
  app.on('before-quit', (event) => {
    if (interrupted) return
    interrupted = true
    event.preventDefault()
    work.interrupt()
    // What does not stop when it is asked must not hold the terminal.
    setTimeout(() => app.exit(1), longestStop).unref()
  })
  // Electron is ready only after the main module has ended: waiting there would wait for ever.
  void app.whenReady().then(async () => app.exit(await work.run()))
}

/** What the worker may ask where nobody looks on: printing works, a dialog is closed without a choice. */
export function unattendedPorts(log: Log): ShellPorts {
  return {
    printer: createPdfPrinter(),
    picker: { pick: async () => undefined },
    opener: { open: async () => {}, showInFolder: async () => {} },
    log,
  }
}
