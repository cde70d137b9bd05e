import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { hasDisplay } from '../find-browser.ts'
import { buildIfNeeded } from './build.ts'
import { findElectron } from './electron-binary.ts'
import { inProject } from './project.ts'
import { requireNode } from './require-node.ts'
import { runOnHost } from './run-host.ts'
import { launcherSentences } from './sentences.ts'

/** Builds if needed, then runs the command line with these arguments; its exit code becomes ours. */
export async function runCommandLine(parameters: readonly string[]): Promise<void> {
  requireNode()
  buildIfNeeded()
  const script = inProject('out/main/cli.js')
  if (!existsSync(script)) {
    process.stderr.write(`${launcherSentences().noCommandLine}\n`)
    process.exit(1)
  }
  // Nothing is fetched for a command; and on Linux Electron itself needs a display, even to print.
  const electron = hasDisplay() ? findElectron() : undefined
  if (electron === undefined) return runOnHost(script, parameters)
  const rootParameters = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(electron, [...rootParameters, script, ...parameters], { stdio: 'inherit' })
  child.on('exit', (code) => process.exit(code ?? 1))
}
