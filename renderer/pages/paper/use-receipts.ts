import { useTranslation } from 'react-i18next'
import { useClient } from '../../api/parvis.tsx'
import { showError } from '../../api/show-error.tsx'
import { useTask } from '../../api/use-task.ts'
import { useWork } from '../../session/session.tsx'
import { usePaperFile } from './use-paper-file.ts'

/** Receipts: one handed to the system's PDF reader, or all those that wait in one file. Citizens read French. */
export function useReceipts(batchId: string | null): {
  one(submissionId: string): void
  pending(): void
} {
  const { t } = useTranslation()
  const client = useClient()
  const { process } = useWork()
  const open = useTask('paper.openReceipts', t('paper.receiptsTask'))
  const write = useTask('paper.writeReceipts', t('paper.receiptsTask'))
  const save = usePaperFile()
  const all = async (): Promise<void> => {
    try {
      const submissionIds = await client.paper.withoutReceipt({ processId: process.id, batchId })
      if (submissionIds.length === 0) return
      await save(t('paper.receiptsTask'), (path) =>
        write.start({ submissionIds: submissionIds.slice(0, 2_000), path, language: 'fr' }),
      )
    } catch (error) {
      showError(t, error)
    }
  }
  return {
    one: (submissionId) => void open.start({ submissionIds: [submissionId], language: 'fr' }),
    pending: () => void all(),
  }
}
