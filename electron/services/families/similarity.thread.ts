import { parentPort } from 'node:worker_threads'
import {
  createSimilarityIndex,
  type SimilarPair,
} from '../../../shared/domain/similarity/similarity-index.ts'
import type { FromSimilarityThread, ToSimilarityThread } from './similarity-messages.ts'

/** Compares texts beside the thread that holds the dossier: whoever moderates meanwhile waits for nothing. */
const port = parentPort
if (port === null) throw new Error('The comparison runs only as a worker thread')

const send = (message: FromSimilarityThread): void => port.postMessage(message)
const index = createSimilarityIndex()
/** What the last comparison found, told a few at a time: all at once would hold up who reads it. */
let found: readonly SimilarPair[] = []
/** Shares done are told at most this often. */
const tellEvery = 100

function answer(message: ToSimilarityThread): void {
  switch (message.kind) {
    case 'put':
      for (const text of message.texts) index.put(text)
      for (const id of message.gone) index.remove(id)
      send({ kind: 'taken' })
      return
    case 'tell':
      send({ kind: 'pairs', pairs: found.slice(message.from, message.from + message.count) })
      return
    case 'compare': {
      const search = message.ids === null ? index.all() : index.near(message.ids)
      let toldAt = 0
      for (;;) {
        const step = search.next()
        if (step.done === true) {
          found = step.value
          send({ kind: 'found', count: found.length })
          return
        }
        if (performance.now() - toldAt < tellEvery) continue
        toldAt = performance.now()
        send({ kind: 'share', done: step.value })
      }
    }
  }
}

port.on('message', answer)
