import type { financeContract } from '../../../shared/contract/finance.contract.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { estimatorsOf } from '../../data/finance/estimator.repository.ts'
import { getProject } from '../../data/projects/project.repository.ts'
import { projectFigures } from '../../data/projects/project-figures.repository.ts'
import { insertVisa, listVisas, standingVisa } from '../../data/projects/visa.repository.ts'
import { financeSummary } from '../../data/read-models/finance-summary.query.ts'
import { projectDetail } from '../../data/read-models/project-detail.query.ts'
import type { Service } from '../call.ts'
import { newId } from '../new-id.ts'
import { costOf, figuresHash } from './figures-hash.ts'

const topics = ['finance', 'projects', 'studies', 'journal', 'dossiers'] as const

/** The money: totals, checks, and the visa that nobody gives on their own estimate (I8). */
export const financeService: Service<typeof financeContract> = {
  summary: (input, call) => financeSummary(call.database.reader, input.processId, call.person?.id ?? null),

  async sign(input, call) {
    await call.change(topics, async (change) => {
      const project = await getProject(change.trx, input.projectId)
      if (project.stage !== 'awaiting-visa')
        throw new AppError('list-settled', { reference: String(project.number) })
      const estimators = (await estimatorsOf(change.trx, [project.id])).get(project.id) ?? []
      if (estimators.some((estimator) => estimator.id === change.person.id)) {
        throw new AppError('visa-own-estimate', { project: `${project.number} ${project.title}` })
      }
      if (input.decision === 'refused' && input.reason.trim() === '') {
        throw new AppError('reason-missing', { reference: String(project.number) })
      }
      const figures = await projectFigures(change.trx, project.id)
      const amount = costOf(figures)
      if (amount === null)
        throw new AppError('estimate-missing', { project: `${project.number} ${project.title}` })
      if (amount !== input.amountRead)
        throw new AppError('amount-changed', { read: input.amountRead, current: amount })
      const before = standingVisa(await listVisas(change.trx, project.id))
      const visaId = newId()
      await insertVisa(change.trx, {
        id: visaId,
        project_id: project.id,
        state: input.decision,
        amount_cents: amount,
        figures_hash: figuresHash(figures),
        reason: input.reason,
        signed_by: change.person.id,
        signed_by_name: change.person.name,
        signed_at: change.at,
      })
      change.record({
        action: 'visa.sign',
        objectKind: 'project',
        objectId: project.id,
        objectLabel: `${project.number} ${project.title}`,
        processId: project.process_id,
        before:
          before === undefined
            ? undefined
            : { visa: before.voided_at === null ? before.state : 'void', amountCents: before.amount_cents },
        after: { visa: input.decision, amountCents: amount, visaId },
        reason: input.reason,
      })
    })
    return projectDetail(call.database.reader, input.projectId)
  },
}
