import { pathToFileURL } from 'node:url'

/** Runs a built main script on the Chromium host, in this process, as if it had been named on the command line. */
export async function runOnHost(script: string, parameters: readonly string[]): Promise<void> {
  process.argv.splice(1, process.argv.length, script, ...parameters)
  await import('../register.ts')
  await import(pathToFileURL(script).href)
}
