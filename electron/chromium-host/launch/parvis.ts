import { runCommandLine } from './run-command-line.ts'

/** `npm run --silent parvis -- <command>`: prints nothing of its own on standard output. */
await runCommandLine(process.argv.slice(2))
