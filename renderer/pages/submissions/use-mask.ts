import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-call.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'

/** Masks words of a submission at once, with the notice that takes it back. Answers whether it was done. */
export function useMask(submissionId: string): {
  readonly masking: boolean
  mask(passage: string, reason: string): Promise<boolean>
  /** Many passages in one act. */
  maskAll(passages: readonly string[], reason: string): Promise<boolean>
} {
  const { t } = useTranslation()
  const done = useDoneNotice()
  const change = useChange('redactions.maskAll')
  const maskAll = async (passages: readonly string[], reason: string): Promise<boolean> => {
    try {
      await change.mutateAsync({ submissionId, passages: [...passages], reason })
    } catch {
      // The refusal has been shown by `useChange`.
      return false
    }
    done(t('redactions.masked', { count: passages.length }), { undoable: true })
    return true
  }
  return {
    masking: change.isPending,
    mask: (passage, reason) => maskAll([passage], reason),
    maskAll,
  }
}
