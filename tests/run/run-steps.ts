import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export interface RunStep {
  readonly name: string
  readonly command: string
  readonly arguments: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

/** Runs commands one after the other with the project's own tools first on the path; stops at the first that fails. */
export function runSteps(steps: readonly RunStep[]): void {
  const path = [join(root, 'node_modules/.bin'), process.env.PATH ?? ''].join(delimiter)
  for (const step of steps) {
    const started = performance.now()
    console.log(`\n— ${step.name}`)
    const result = spawnSync(step.command, step.arguments, {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, PATH: path, ...step.environment },
    })
    if (result.status !== 0) {
      console.error(
        `\n${step.name}: failed (${result.error?.message ?? `exit ${result.status ?? result.signal}`})`,
      )
      process.exit(1)
    }
    console.log(`  ${step.name}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
  }
}
