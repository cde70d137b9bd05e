import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ComparedText, SimilarPair } from '../../../shared/domain/similarity/similarity-index.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { FromSimilarityThread, ToSimilarityThread } from './similarity-messages.ts'

/** The thread that compares, seen from the thread that holds the dossier. One request at a time. */
export interface SimilarityThread {
  /** Gives it texts, new or changed, and the ids of those that are gone. */
  put(texts: readonly ComparedText[], gone: readonly string[]): Promise<void>
  /** Everything with everything, or these with everything; answers how many pairs. `onShare` is told the share done. */
  compare(ids: readonly string[] | null, onShare: (done: number) => void): Promise<number>
  /** Some of the pairs that the last comparison found. */
  tell(from: number, count: number): Promise<readonly SimilarPair[]>
  stop(): void
  /** Set once it was stopped or has failed: it knows nothing any more. */
  readonly ended: boolean
}

/** From source beside this file; built, an entry of its own one or two folders up. */
function entry(): string {
  const places = ['similarity.thread.ts', 'similarity-thread.js', '../similarity-thread.js']
  const found = places.map((place) => join(import.meta.dirname, place)).find((place) => existsSync(place))
  if (found === undefined) throw new Error('The thread that compares texts is not there')
  return found
}

/** Starts the thread. It does not keep the program alive. */
export function startSimilarityThread(): SimilarityThread {
  const worker = new Worker(entry())
  worker.unref()
  let ended = false
  let waiting: { resolve(message: FromSimilarityThread): void; reject(error: Error): void } | undefined
  let onShare: (done: number) => void = () => {}

  worker.on('message', (message: FromSimilarityThread) => {
    if (message.kind === 'share') onShare(message.done)
    else {
      const answered = waiting
      waiting = undefined
      answered?.resolve(message)
    }
  })
  const end = (error: Error): void => {
    ended = true
    waiting?.reject(error)
    waiting = undefined
  }
  worker.on('error', end)
  worker.on('exit', () => end(new AppError('cancelled')))

  async function ask(message: ToSimilarityThread): Promise<FromSimilarityThread> {
    if (ended) throw new AppError('cancelled')
    const { promise, resolve, reject } = Promise.withResolvers<FromSimilarityThread>()
    waiting = { resolve, reject }
    // While somebody waits for it, it does keep the program alive.
    worker.ref()
    worker.postMessage(message)
    return promise.finally(() => worker.unref())
  }

  return {
    get ended() {
      return ended
    },
    async put(texts, gone) {
      await ask({ kind: 'put', texts, gone })
    },
    async compare(ids, tell) {
      onShare = tell
      const message = await ask({ kind: 'compare', ids })
      if (message.kind !== 'found') throw new Error(`Found nothing but ${message.kind}`)
      return message.count
    },
    async tell(from, count) {
      const message = await ask({ kind: 'tell', from, count })
      if (message.kind !== 'pairs') throw new Error(`Told no pairs but ${message.kind}`)
      return message.pairs
    },
    stop() {
      ended = true
      void worker.terminate()
    },
  }
}
