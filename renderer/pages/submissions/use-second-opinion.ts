import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { stageAfter } from '../../../shared/domain/moderation/verdict.ts'
import type { ProposedDecision } from '../../../shared/read-models/team.ts'
import { useClient, useParvis } from '../../api/parvis.tsx'
import { showError } from '../../api/show-error.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'

/** Counts are asked again once no decision was taken for so long. */
const pauseMilliseconds = 250

/** Acts on a proposed decision; each answers whether it was done and says so, with the way to take it back. */
export interface SecondOpinionActs {
  confirm(proposal: ProposedDecision): Promise<boolean>
  disagree(proposal: ProposedDecision, motive: string): Promise<boolean>
  withdraw(proposal: ProposedDecision): Promise<boolean>
  settle(proposal: ProposedDecision, keep: boolean, reason: string): Promise<boolean>
  confirmMany(submissionIds: readonly string[]): Promise<boolean>
}

/** Second opinions from the desk on a proposal of this reference. */
export function useSecondOpinion(reference: string): SecondOpinionActs {
  const { t } = useTranslation()
  const { number } = useFormats()
  const client = useClient()
  const { refresher } = useParvis()
  const queries = useQueryClient()
  const done = useDoneNotice()
  const run = async (work: () => Promise<string>): Promise<boolean> => {
    refresher.hold(pauseMilliseconds)
    try {
      done(await work(), { undoable: true })
      return true
    } catch (error) {
      showError(t, error)
      // Somebody else was there first: show what it has become.
      void queries.invalidateQueries({ queryKey: ['reviews'] })
      void queries.invalidateQueries({ queryKey: ['submissions'] })
      return false
    }
  }
  const inEffect = ({ verdict }: ProposedDecision): string =>
    t('team.review.confirmed', { reference, stage: t(`labels.stage.${stageAfter(verdict)}`) })
  return {
    confirm: (proposal) =>
      run(async () => inEffect(await client.reviews.confirm({ proposalId: proposal.id }))),
    disagree: (proposal, motive) =>
      run(async () => {
        await client.reviews.disagree({ proposalId: proposal.id, motive })
        return t('team.review.disagreedDone', { reference })
      }),
    withdraw: (proposal) =>
      run(async () => {
        await client.reviews.withdraw({ proposalId: proposal.id })
        return t('team.review.withdrawnDone', { reference })
      }),
    settle: (proposal, keep, reason) =>
      run(async () => {
        const settled = await client.reviews.settle({ proposalId: proposal.id, keep, reason })
        return keep ? inEffect(settled) : t('team.review.setAsideDone', { reference })
      }),
    confirmMany: (submissionIds) =>
      run(async () => {
        const { confirmed, refused } = await client.reviews.confirmMany({
          submissionIds: [...submissionIds],
        })
        const counts = { count: confirmed, formatted: number(confirmed), refused: number(refused.length) }
        return t(refused.length === 0 ? 'team.review.confirmedMany' : 'team.review.confirmedManyBut', counts)
      }),
  }
}
