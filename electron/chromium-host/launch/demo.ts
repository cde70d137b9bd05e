import { runCommandLine } from './run-command-line.ts'

/** `npm run demo [-- --out folder]`: the main job, unattended, without a display. */
await runCommandLine(['demo', ...process.argv.slice(2)])
