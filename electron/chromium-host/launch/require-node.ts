import { launcherSentences } from './sentences.ts'

/** Ends the process with a sentence where Node is older than what better-sqlite3 and this project run on. */
export function requireNode(): void {
  if (Number.parseInt(process.versions.node, 10) >= 24) return
  process.stderr.write(`${launcherSentences().oldNode(process.versions.node)}\n`)
  process.exit(1)
}
