import { useTranslation } from 'react-i18next'
import { useClient } from '../../api/parvis.tsx'
import { showError } from '../../api/show-error.tsx'
import { useChange } from '../../api/use-call.ts'

/** Attaching a scan to a batch or to one of its forms: asks which file, then keeps it in the dossier. */
export function useScans(batchId: string): {
  add(formNumber: number | null): Promise<void>
  readonly adding: boolean
} {
  const { t } = useTranslation()
  const client = useClient()
  const change = useChange('paper.addScan')
  const add = async (formNumber: number | null): Promise<void> => {
    try {
      const { path } = await client.application.chooseFile({
        kind: 'open-file',
        title: t('paper.scan.add'),
        filters: [{ name: t('paper.scan.files'), extensions: ['pdf', 'jpg', 'jpeg', 'png'] }],
      })
      if (path !== null) change.mutate({ batchId, formNumber, path })
    } catch (error) {
      showError(t, error)
    }
  }
  return { add, adding: change.isPending }
}
