import type { Translate } from '../../shared/messages/translator.ts'
import type { WorkerClient } from '../shell/worker-client.ts'

/** In milliseconds: how often a log that is no terminal hears of a long work. */
const patience = 5_000

/** Shows on standard error how far a call is: one line that moves in a terminal, a few lines elsewhere. */
export function showProgress(client: WorkerClient, t: Translate): { clear(): void } {
  const isTerminal = process.stderr.isTTY
  let shown = false
  let lastSaid = Date.now()
  client.onEvent((event) => {
    if (event.kind !== 'progress') return
    const { done, total } = event
    const text =
      total > 0
        ? t('commandLine.progressOf', { percent: Math.min(100, Math.floor((done / total) * 100)) })
        : t('commandLine.progressCount', { count: done })
    if (isTerminal) {
      process.stderr.write(`\r\u001b[K${text}`)
      shown = true
    } else if (Date.now() - lastSaid >= patience) {
      lastSaid = Date.now()
      process.stderr.write(`${text}\n`)
    }
  })
  return {
    clear() {
      if (shown) process.stderr.write('\r\u001b[K')
      shown = false
    },
  }
}
