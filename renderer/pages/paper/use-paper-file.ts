import { useTranslation } from 'react-i18next'
import type { WrittenFile } from '../../../shared/contract/reports.contract.ts'
import { useClient } from '../../api/parvis.tsx'
import { showError } from '../../api/show-error.tsx'
import { folderOf, proposedFileName } from '../../formats/file-name.ts'
import { useFileNotice } from '../../notices/use-file-notice.tsx'
import { useRemembered } from '../../preferences/preferences.tsx'
import { useWork } from '../../session/session.tsx'

/** Asks where a PDF goes, lets it be written, and says where it is. */
export function usePaperFile(): (
  name: string,
  write: (path: string) => Promise<WrittenFile | undefined>,
) => Promise<void> {
  const { t } = useTranslation()
  const client = useClient()
  const { process } = useWork()
  const notice = useFileNotice()
  const [folder, remember] = useRemembered('reports:folder', '')
  return async (name, write) => {
    try {
      const { path } = await client.application.chooseFile({
        kind: 'save-file',
        title: name,
        proposedPath: `${folder}${proposedFileName([process.communeName, name], 'pdf')}`,
        filters: [{ name: t('paper.pdf'), extensions: ['pdf'] }],
      })
      if (path === null) return
      remember(folderOf(path))
      const file = await write(path)
      if (file !== undefined) notice(file.path)
    } catch (error) {
      showError(t, error)
    }
  }
}
