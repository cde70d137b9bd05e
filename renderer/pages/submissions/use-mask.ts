import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-call.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'

/** Masks words of a submission at once, with the notice that takes it back. Answers whether it was done. */
export function useMask(submissionId: string): {
  readonly masking: boolean
  mask(passage: string, reason: string): Promise<boolean>
} {
  const { t } = useTranslation()
  const done = useDoneNotice()
  const change = useChange('redactions.mask')
  return {
    masking: change.isPending,
    async mask(passage, reason) {
      try {
        await change.mutateAsync({ submissionId, passage, reason })
      } catch {
        // The refusal has been shown by `useChange`.
        return false
      }
      done(t('redactions.masked'), { undoable: true })
      return true
    },
  }
}
