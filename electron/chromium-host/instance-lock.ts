import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a second start tells the first one. */
export interface SecondStart {
  readonly commandLine: string[]
  readonly folder: string
}

/** Tells a process from a later one with the same number: its start time where the system says it. */
function identityOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined
  }
  if (process.platform !== 'linux') return `${pid}`
  try {
    // The name, in brackets, may hold spaces; the start time is the 20th field after it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')
    return `${pid} ${fields?.[19]}`
  } catch {
    return undefined
  }
}

/**
 * Claims `folder` for this process. Answers false when another living process holds it; that one is then told of this
 * start. `onSecondStart` hears of later starts. Freed by `release`, or by the death of the process.
 */
export function claimInstance(
  folder: string,
  onSecondStart: (start: SecondStart) => void,
): { readonly claimed: boolean; release(): void } {
  const lock = join(folder, 'instance.lock')
  const mailbox = join(folder, 'second-starts')
  mkdirSync(mailbox, { recursive: true })
  const holder = readHolder(lock)
  if (holder !== undefined) {
    const start: SecondStart = { commandLine: process.argv, folder: process.cwd() }
    writeFileSync(join(mailbox, `${crypto.randomUUID()}.json`), JSON.stringify(start))
    return { claimed: false, release() {} }
  }
  writeFileSync(lock, identityOf(process.pid) ?? '')
  for (const name of readdirSync(mailbox)) rmSync(join(mailbox, name), { force: true })
  const watcher = watch(mailbox, () => {
    for (const start of takeLetters(mailbox)) onSecondStart(start)
  })
  watcher.unref()
  return {
    claimed: true,
    release() {
      watcher.close()
      rmSync(lock, { force: true })
    },
  }
}

function readHolder(lock: string): number | undefined {
  try {
    const written = readFileSync(lock, 'utf8')
    const pid = Number.parseInt(written, 10)
    return pid !== process.pid && identityOf(pid) === written ? pid : undefined
  } catch {
    return undefined
  }
}

function takeLetters(mailbox: string): readonly SecondStart[] {
  return readdirSync(mailbox).flatMap((name) => {
    const path = join(mailbox, name)
    try {
      const start: SecondStart = JSON.parse(readFileSync(path, 'utf8'))
      rmSync(path)
      return [start]
    } catch {
      // Half written: its end wakes the watcher again.
      return []
    }
  })
}
