import { spawn } from 'node:child_process'
import { hasDisplay } from '../find-browser.ts'
import { buildIfNeeded } from './build.ts'
import { provideElectron } from './electron-binary.ts'
import { inProject, projectRoot } from './project.ts'
import { provideBrowser } from './provide-browser.ts'
import { requireNode } from './require-node.ts'
import { runOnHost } from './run-host.ts'
import { launcherSentences } from './sentences.ts'

/** `npm start`: the window, on Electron where it can be had, else on the Chromium host. */
requireNode()
const parameters = process.argv.slice(2)

if (!hasDisplay()) {
  process.stderr.write(`${launcherSentences().noDisplay}\n`)
  process.exit(1)
}
buildIfNeeded()
const electron = await provideElectron()
if (electron !== undefined) {
  // As root, Chromium's own sandbox refuses to start.
  const rootParameters = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(electron, [...rootParameters, projectRoot, ...parameters], { stdio: 'inherit' })
  child.on('exit', (code) => process.exit(code ?? 1))
} else if (provideBrowser()) {
  await runOnHost(inProject('out/main/main.js'), parameters)
} else {
  process.exit(1)
}
