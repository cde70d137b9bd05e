import type { ProcessKind } from '../../../shared/domain/processes/process-kind.ts'
import type { Language } from '../../../shared/messages/translator.ts'
import type { PersonProfile } from '../../../shared/read-models/dossier.ts'
import type { OpenDatabase } from '../../data/dialects/dialect.ts'
import { createDossierFile } from '../../data/dialects/sqlite-file/dossier-file.ts'
import { insertDossier } from '../../data/dossiers/dossier.repository.ts'
import { insertPerson } from '../../data/people/person.repository.ts'
import { applicationVersion } from '../application/application-version.ts'
import type { AppCall } from '../call.ts'
import { newId } from '../new-id.ts'
import { makeProcess } from '../processes/make-process.ts'
import { runChange } from '../run-change.ts'

export interface NewDossier {
  readonly path: string
  readonly title: string
  readonly kind: ProcessKind
  readonly personName: string
  readonly communeName: string
  readonly inseeCode: string
  readonly envelope: number | null
  readonly districts: readonly string[]
  readonly submissionOpensOn: string | null
  readonly submissionClosesOn: string | null
  readonly referencePrefix: string
  readonly language: Language
  readonly demonstration?: boolean
}

/**
 * Makes the file with its first démarche; whoever makes it is its administrator. `furnish` may fill it further before
 * it takes its place; where it throws, no file is left. Refuses as `createDossierFile`.
 */
export async function createDossier(
  call: AppCall,
  input: NewDossier,
  furnish?: (database: OpenDatabase, administrator: PersonProfile) => Promise<void>,
): Promise<void> {
  const { clock } = call.ports
  const administrator: PersonProfile = {
    id: newId(),
    name: input.personName,
    roles: ['administrator'],
    department: null,
    active: true,
    hasPassphrase: false,
    version: 1,
  }
  await createDossierFile(input.path, clock.now(), async (database) => {
    await runChange(
      { database, ports: call.ports, person: administrator, signal: call.signal },
      async (change) => {
        const dossierId = newId()
        await insertDossier(change.trx, {
          id: dossierId,
          title: input.title,
          createdAt: change.at,
          createdWith: applicationVersion,
          demonstration: input.demonstration ?? false,
        })
        await insertPerson(change.trx, { ...administrator, createdAt: change.at })
        change.record({
          action: 'dossier.create',
          objectKind: 'dossier',
          objectId: dossierId,
          objectLabel: input.title,
          after: { title: input.title, administrator: administrator.name },
        })
        await makeProcess(change, { ...input, title: input.title, position: 0 })
      },
    )
    await furnish?.(database, administrator)
  })
}
