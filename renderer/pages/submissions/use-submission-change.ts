import { useQueryClient } from '@tanstack/react-query'
import type { SubmissionDetail } from '../../../shared/read-models/submission.ts'
import type { InputOfName, OutputOfName } from '../../api/client.ts'
import { readKey, useChange } from '../../api/use-call.ts'

type DetailMethod = {
  [N in
    | 'submissions.classify'
    | 'submissions.saveChecklist'
    | 'submissions.addNote'
    | 'submissions.addAttachment']: OutputOfName<N> extends SubmissionDetail ? N : never
}['submissions.classify' | 'submissions.saveChecklist' | 'submissions.addNote' | 'submissions.addAttachment']

/**
 * Changes one submission and shows its answer at once, so that the next change starts from the newest version.
 * A refusal is shown, the submission read again, and nothing answered.
 */
export function useSubmissionChange<N extends DetailMethod>(
  name: N,
): { readonly saving: boolean; save(input: InputOfName<N>): Promise<SubmissionDetail | undefined> } {
  const queries = useQueryClient()
  const change = useChange(name)
  return {
    saving: change.isPending,
    async save(input) {
      try {
        const detail = await change.mutateAsync(input)
        queries.setQueryData(readKey('submissions.get', { submissionId: detail.id }), detail)
        return detail
      } catch {
        // The refusal has been shown by `useChange`.
        void queries.invalidateQueries({ queryKey: ['submissions'] })
        return undefined
      }
    },
  }
}
