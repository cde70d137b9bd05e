import { useTranslation } from 'react-i18next'
import type { LinkedSubmission } from '../../../shared/read-models/submission.ts'
import { useClient } from '../../api/parvis.tsx'
import { showError } from '../../api/show-error.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'

type Named = Pick<LinkedSubmission, 'id' | 'reference' | 'title'>

/** What can be done with a pair. Each says that it was done, with the way to take it back. */
export interface PairActs {
  group(lead: Named, ...members: readonly Named[]): void
  markDifferent(one: Named, other: Named): void
  unmarkDifferent(one: Named, other: Named): void
}

/** Acts on pairs and clusters. `onDone` is called before the answer: the next pair shows at once. */
export function usePairActs(onDone: () => void): PairActs {
  const { t } = useTranslation()
  const { number } = useFormats()
  const client = useClient()
  const done = useDoneNotice()
  const fail = (error: unknown): void => showError(t, error)
  return {
    group(lead, ...members) {
      onDone()
      client.families
        .group({
          leadId: lead.id,
          memberIds: members.map(({ id }) => id),
          rationale: t('submissions.answer.merged', { reference: lead.reference, title: lead.title }),
        })
        .then(({ grouped }) =>
          done(
            t('families.grouped', {
              reference: lead.reference,
              count: grouped,
              formatted: number(grouped),
            }),
            { undoable: grouped > 0 },
          ),
        )
        .catch(fail)
    },
    markDifferent(one, other) {
      onDone()
      client.families
        .markNotDuplicate({ oneId: one.id, otherId: other.id })
        .then(() =>
          done(t('families.judgedDifferent', { one: one.reference, other: other.reference }), {
            undoable: true,
          }),
        )
        .catch(fail)
    },
    unmarkDifferent(one, other) {
      client.families
        .unmarkNotDuplicate({ oneId: one.id, otherId: other.id })
        .then(() =>
          done(t('families.judgedAgain', { one: one.reference, other: other.reference }), {
            undoable: true,
          }),
        )
        .catch(fail)
    },
  }
}
