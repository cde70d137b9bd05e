import { AppError } from '../../../shared/errors/app-error.ts'
import type { OpenDossier } from '../../../shared/read-models/dossier.ts'
import { getDossier } from '../../data/dossiers/dossier.repository.ts'
import { listPeople } from '../../data/people/person.repository.ts'
import type { Session } from '../session.ts'

/** What the window needs to know of the dossier that is open. Refuses `dossier-not-open`. */
export async function describeOpenDossier(session: Session): Promise<OpenDossier> {
  const { dossier } = session
  if (dossier === null) throw new AppError('dossier-not-open')
  const { title, demonstration } = await getDossier(dossier.database.reader)
  return {
    path: dossier.path,
    title,
    demonstration,
    readOnly: dossier.database.readOnly,
    person: session.person,
    people: await listPeople(dossier.database.reader),
    migratedFrom: dossier.migratedFrom,
  }
}
