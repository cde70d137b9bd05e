import { join } from 'node:path'
import { platformAnswers } from '../../data/read-models/decidim-answers.query.ts'
import { buildDecidimAnswers } from '../../exports/decidim/decidim-answers.ts'
import { writeDecidimAnswers } from '../../exports/decidim/write-decidim-answers.ts'
import { writeFileAtomically } from '../../exports/writers/atomic-file.ts'
import type { DossierCall } from '../call.ts'
import type { WrittenLetters } from './letter-files.ts'
import type { LetterToMake } from './owed-letters.ts'

/**
 * Writes the motivated answers that the letters quote as Decidim's own importer takes them, one file for each component.
 * What stands on a platform is public: it is the answer alone, without name, address or courtesy. Refuses
 * `decidim-answer-invalid`.
 */
export async function answersForPlatform(
  call: DossierCall,
  processId: string,
  letters: readonly LetterToMake[],
  folder: string,
): Promise<{ readonly made: readonly LetterToMake[]; readonly written: WrittenLetters }> {
  const wanted = new Map(letters.map((letter) => [letter.facts.reference, letter]))
  const sources = (await platformAnswers(call.database.reader, processId)).filter(({ reference }) =>
    wanted.has(reference),
  )
  const made: LetterToMake[] = []
  const fileNames: string[] = []
  let path: string | null = null
  const components = [...Map.groupBy(sources, ({ componentId }) => componentId)]
  // Everything is checked before anything is written.
  const built = components.map(([componentId, some]) => ({
    name: `decidim${componentId === null || components.length === 1 ? '' : `-${safe(componentId)}`}.csv`,
    answers: buildDecidimAnswers(some, { locale: 'fr' }),
  }))
  for (const { name, answers } of built) {
    if (answers.answers.length === 0) continue
    const target = join(folder, name)
    await writeFileAtomically(
      target,
      (temporary) => writeDecidimAnswers(answers, temporary, 'csv', { signal: call.signal }),
      call.signal,
    )
    path ??= target
    for (const { reference } of answers.answers) {
      const letter = wanted.get(reference)
      const source = sources.find((candidate) => candidate.reference === reference)
      if (letter === undefined) continue
      made.push({
        ...letter,
        final: { ...letter.final, body: source?.answer.content ?? '', appeal: '' },
      })
      fileNames.push(name)
    }
  }
  return { made, written: { fileNames, path, pages: null } }
}

function safe(componentId: string): string {
  return componentId.replace(/[^\w-]+/g, '-')
}
