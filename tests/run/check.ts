import { type RunStep, runSteps } from './run-steps.ts'

/** Format, lint, types, walls: what a commit owes before any test. */
export const checkSteps: readonly RunStep[] = [
  { name: 'format and lint', command: 'biome', arguments: ['check', '--error-on-warnings', '.'] },
  ...['shared', 'electron', 'renderer', 'tests'].map((room) => ({
    name: `types of ${room}`,
    command: 'tsc',
    arguments: ['-p', room],
  })),
  {
    name: 'walls and contract',
    command: 'vitest',
    arguments: ['run', '--config', 'tests/vitest.walls.config.ts'],
  },
]

if (import.meta.main) runSteps(checkSteps)
