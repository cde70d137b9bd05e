import { getProject } from '../../data/projects/project.repository.ts'
import { projectFigures } from '../../data/projects/project-figures.repository.ts'
import { listVisas, standingVisa, voidVisa } from '../../data/projects/visa.repository.ts'
import type { Change } from '../call.ts'
import { figuresHash } from './figures-hash.ts'

/**
 * I7: a visa falls if any figure under its hash changes. Call at the end of every act that may have changed figures
 * of the project; answers whether a granted visa fell.
 */
export async function voidOutdatedVisas(change: Change, projectId: string, reason: string): Promise<boolean> {
  const latest = standingVisa(await listVisas(change.trx, projectId))
  if (latest === undefined || latest.voided_at !== null || latest.state !== 'granted') return false
  if (figuresHash(await projectFigures(change.trx, projectId)) === latest.figures_hash) return false
  await voidVisa(change.trx, latest.id, change.at, reason)
  const project = await getProject(change.trx, projectId)
  change.record({
    action: 'visa.void',
    objectKind: 'project',
    objectId: projectId,
    objectLabel: `${project.number} ${project.title}`,
    processId: project.process_id,
    before: { visa: 'granted', amountCents: latest.amount_cents },
    after: { visa: 'void' },
    reason,
  })
  return true
}
