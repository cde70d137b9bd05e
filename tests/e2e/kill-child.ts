import { existsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { startParvis } from '../helpers/test-parvis.ts'

// Works on a dossier until it is killed: `<import|decide|export> <dossier> <folder> <round>`. A line in the past
// tense acknowledges one reply; it is written at once, so that what was said is known even after a kill.
const [work = '', path = '', folder = '', round = '0'] = process.argv.slice(2)
const { call } = startParvis(join(folder, `user-${work}`))
const say = (...words: readonly (string | number)[]): void => void writeSync(1, `${words.join(' ')}\n`)

/** Keeps the process alive until it is killed. */
function forever(): Promise<never> {
  setInterval(() => {}, 60_000)
  return new Promise(() => {})
}

say('opening')
await call('dossiers', 'open', { path })
const [process_] = await call('processes', 'list', {})
const processId = process_?.id ?? ''

if (work === 'import') {
  for (let number = 0; ; number++) {
    const file = join(folder, 'deposits', `${round}-${number}.csv`)
    // All was imported before the kill came: it is waited for.
    if (!existsSync(file)) await forever()
    say('importing')
    const { created } = await call('imports', 'commit', { processId, path: file })
    say('imported', created)
  }
} else if (work === 'decide') {
  const { rows } = await call('submissions', 'list', { processId, limit: 1_000 })
  for (let index = 0; ; index++) {
    const row = rows[index % rows.length]
    const current = await call('submissions', 'get', { submissionId: row?.id ?? '' })
    const verdict = current.stage === 'admissible' ? 'incomplete' : 'admissible'
    const decided = await call('submissions', 'decide', {
      submissionId: current.id,
      version: current.version,
      verdict,
      rationale: `Réponse ${index}`,
    })
    say('decided', current.id, decided.stage, decided.version)
  }
} else {
  for (;;) {
    say('exporting')
    const { bytes } = await call('reports', 'write', {
      processId,
      report: 'register',
      path: join(folder, 'exported', 'registre.xlsx'),
    })
    say('exported', bytes)
  }
}
