import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearch } from 'wouter'
import { useClient } from '../../api/parvis.tsx'
import { showError } from '../../api/show-error.tsx'
import { Page } from '../../components/page.tsx'
import { KeyHint } from '../../keys/key-hint.tsx'
import { usePageKeys } from '../../keys/keys.tsx'
import { navigateTo } from '../../navigation/hash-location.ts'
import { BatchList } from './batch-list.tsx'
import { useImportPlan } from './import-plan.ts'
import { ImportResult } from './import-result.tsx'
import { ImportWorkbench } from './import-workbench.tsx'
import classes from './imports.module.css'
import { forgetReadings } from './use-import.ts'

/** The front door: choose a file, see what it would change, import it. `/imports?choose` opens the dialog at once. */
export function ImportsPage() {
  const { t } = useTranslation()
  const { plan, begin, drop } = useImportPlan()
  const choose = useChooseFile(begin)
  const search = useSearch()
  const asked = new URLSearchParams(search).has('choose')
  useEffect(() => {
    if (!asked) return
    navigateTo('/imports', { replace: true })
    choose()
  }, [asked, choose])
  const committing = plan?.committing !== undefined
  usePageKeys([{ key: 'o', label: t('imports.chooseFile'), run: choose, enabled: !committing }])
  return (
    <Page
      title={t('imports.title')}
      subtitle={t('imports.subtitle')}
      layout="panes"
      actions={
        !committing && (
          <Button
            variant={plan === undefined ? 'filled' : 'default'}
            leftSection={<IconFileImport size={16} aria-hidden />}
            rightSection={<KeyHint name="o" />}
            onClick={choose}
          >
            {t(plan === undefined ? 'imports.chooseFile' : 'imports.chooseAnother')}
          </Button>
        )
      }
    >
      {plan === undefined ? (
        <BatchList onChoose={choose} />
      ) : plan.outcome === undefined ? (
        <ImportWorkbench key={plan.id} plan={plan} />
      ) : (
        <div className={classes.batches}>
          <ImportResult plan={plan} outcome={plan.outcome} onChoose={choose} onClose={drop} />
          <BatchList onChoose={choose} />
        </div>
      )}
    </Page>
  )
}

/** Opens the system's dialog with the formats of the registry, and begins with the chosen file. */
function useChooseFile(begin: (path: string) => void): () => void {
  const { t } = useTranslation()
  const client = useClient()
  const queries = useQueryClient()
  return useCallback(() => {
    const ask = async (): Promise<void> => {
      const formats = await client.imports.formats({})
      const { path } = await client.application.chooseFile({
        kind: 'open-file',
        title: t('imports.title'),
        filters: [
          { name: t('imports.fileFilter'), extensions: formats.flatMap(({ extensions }) => [...extensions]) },
          { name: t('imports.allFiles'), extensions: ['*'] },
        ],
      })
      if (path === null) return
      forgetReadings(queries)
      begin(path)
      // The button that asked has done its part: Enter now belongs to what comes of the file.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    }
    ask().catch((error: unknown) => showError(t, error))
  }, [t, client, queries, begin])
}
