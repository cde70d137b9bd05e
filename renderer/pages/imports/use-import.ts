import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnMapping } from '../../../shared/domain/imports/column-mapping.ts'
import type { ImportTarget } from '../../../shared/domain/imports/import-target.ts'
import type { ImportOutcome } from '../../../shared/read-models/import-preview.ts'
import { CallError, type InputOfName, type OutputOfName } from '../../api/client.ts'
import { useParvis } from '../../api/parvis.tsx'
import { showError } from '../../api/show-error.tsx'
import { startTask } from '../../api/start-task.ts'
import { type TaskRead, useTaskRead } from '../../api/use-task-read.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { useProcessId } from '../../session/session.tsx'
import { type ImportPlan, useImportPlan } from './import-plan.ts'

export type Inspection = OutputOfName<'imports.inspect'>

/** An import on its way: the file as it was read, what the person overrode, what would come of it. */
export interface ImportWork {
  readonly plan: ImportPlan
  readonly change: (part: Partial<ImportPlan>) => void
  readonly drop: () => void
  /** The last reading that worked: it stays while another choice is refused, so that the choice can be corrected. */
  readonly inspection: Inspection | undefined
  readonly reading: TaskRead<Inspection>
  readonly target: ImportTarget
  readonly mapping: ColumnMapping
  readonly rememberAs: string
  /** No column feeds the title or the text: nothing can be compared. */
  readonly textMissing: boolean
  readonly preview: TaskRead<ImportOutcome>
  /** Why there is no preview, or why the import was refused. */
  readonly refusal: CallError | undefined
  readonly request: InputOfName<'imports.preview'> | null
  commit(): void
  readAgain(): void
}

const unread: ColumnMapping = { columns: {}, dateOrder: 'day-first' }

/** Reads, compares and imports the file of a plan. Every change of a choice reads or compares again. */
export function useImport(plan: ImportPlan): ImportWork {
  const { t } = useTranslation()
  const processId = useProcessId()
  const queries = useQueryClient()
  const parvis = useParvis()
  const { number } = useFormats()
  const done = useDoneNotice()
  const { change, drop } = useImportPlan()
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  const busy = plan.outcome !== undefined || plan.committing !== undefined
  const reading = useTaskRead(
    'imports.inspect',
    busy ? null : { path: plan.path, choices: plan.choices },
    t('imports.inspecting'),
  )
  const last = useRef<Inspection>(undefined)
  if (reading.data?.path === plan.path && !reading.stale) last.current = reading.data
  const inspection = last.current?.path === plan.path ? last.current : undefined

  const target = plan.target ?? inspection?.target ?? 'table'
  const mapping = plan.mapping ?? inspection?.mapping ?? unread
  const fields = Object.values(mapping.columns)
  const textMissing =
    target === 'table' && inspection !== undefined && !fields.includes('title') && !fields.includes('body')
  const request =
    inspection === undefined
      ? null
      : {
          processId,
          path: plan.path,
          choices: plan.choices,
          target,
          ...(target === 'table' ? { mapping } : {}),
          ...(plan.locale === undefined ? {} : { locale: plan.locale }),
        }
  const readable = reading.error === null && !reading.stale && !reading.running && !textMissing
  const compared = useTaskRead('imports.preview', busy || !readable ? null : request, t('imports.previewing'))
  // While it is being imported, what was compared stays in sight; it is not asked again.
  const lastCompared = useRef<ImportOutcome>(undefined)
  if (!busy) lastCompared.current = compared.data
  const preview = busy ? { ...compared, data: lastCompared.current } : compared

  const rememberAs = plan.rememberAs ?? inspection?.rememberedMapping ?? ''
  const commit = async (): Promise<void> => {
    if (request === null || inspection === undefined || plan.committing !== undefined) return
    const asked = {
      ...request,
      sha256: inspection.sha256,
      ...(target === 'table' && rememberAs.trim() !== '' ? { rememberMappingAs: rememberAs.trim() } : {}),
    }
    const committing = startTask(parvis, 'imports.commit', asked, t('imports.importing'))
    change({ committing })
    try {
      const outcome = await committing.done
      change({ committing: undefined, outcome })
      // Who has left the page hears of the end by a notice.
      const count = outcome.created + outcome.updated
      if (!here.current) done(t('imports.doneTitle', { count, formatted: number(count) }))
    } catch (error) {
      const refusal = error instanceof CallError ? error : new CallError('internal')
      change({ committing: undefined, refusal })
      if (!here.current) showError(t, refusal)
    }
  }
  const readAgain = (): void => {
    change({ refusal: undefined })
    forgetReadings(queries)
    reading.again()
  }
  const refusal = reading.error ?? preview.error ?? plan.refusal
  return {
    plan,
    change,
    drop,
    inspection,
    reading,
    target,
    mapping,
    rememberAs,
    textMissing,
    preview,
    refusal: refusal ?? undefined,
    request,
    commit: () => void commit(),
    readAgain,
  }
}

/** A file may have changed under the same name: what was read of it is not trusted a second time. */
export function forgetReadings(queries: ReturnType<typeof useQueryClient>): void {
  queries.removeQueries({ queryKey: ['imports', 'inspect'] })
  queries.removeQueries({ queryKey: ['imports', 'preview'] })
}
