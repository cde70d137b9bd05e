import { checkSteps } from './check.ts'
import { runSteps } from './run-steps.ts'
import { provideSystemPackages } from './system-packages.ts'

/** The whole test command: sets up what it needs, then checks, builds and tests everything. */
provideSystemPackages()
runSteps([
  ...checkSteps,
  { name: 'build', command: 'electron-vite', arguments: ['build', '--logLevel', 'warn'] },
  {
    name: 'rules, parsers, repositories, services',
    command: 'vitest',
    arguments: ['run', '--config', 'tests/vitest.config.ts'],
  },
  { name: 'end to end', command: 'vitest', arguments: ['run', '--config', 'tests/vitest.e2e.config.ts'] },
])
