import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnMapping } from '../../../shared/domain/imports/column-mapping.ts'
import type { ImportTarget } from '../../../shared/domain/imports/import-target.ts'
import type { ImportOutcome } from '../../../shared/read-models/import-preview.ts'
import type { CallError, InputOfName, OutputOfName } from '../../api/client.ts'
import { type Task, useTask } from '../../api/use-task.ts'
import { type TaskRead, useTaskRead } from '../../api/use-task-read.ts'
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
  readonly committing: Task<'imports.commit'>
  /** Why there is no preview, or why the import was refused. */
  readonly refusal: CallError | undefined
  readonly request: InputOfName<'imports.preview'> | null
  commit(): void
  readAgain(): void
}

const inPlace = ['*'] as const
const unread: ColumnMapping = { columns: {}, dateOrder: 'day-first' }

/** Reads, compares and imports the file of a plan. Every change of a choice reads or compares again. */
export function useImport(plan: ImportPlan): ImportWork {
  const { t } = useTranslation()
  const processId = useProcessId()
  const queries = useQueryClient()
  const { change, drop } = useImportPlan()
  const busy = plan.outcome !== undefined || plan.committing
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
  const preview = useTaskRead('imports.preview', busy || !readable ? null : request, t('imports.previewing'))
  const committing = useTask('imports.commit', t('imports.importing'), { inPlace })

  const rememberAs = plan.rememberAs ?? inspection?.rememberedMapping ?? ''
  const commit = async (): Promise<void> => {
    if (request === null || inspection === undefined || plan.committing) return
    change({ committing: true })
    const outcome = await committing.start({
      ...request,
      sha256: inspection.sha256,
      ...(target === 'table' && rememberAs.trim() !== '' ? { rememberMappingAs: rememberAs.trim() } : {}),
    })
    change({ committing: false, outcome })
  }
  const readAgain = (): void => {
    forgetReadings(queries)
    reading.again()
  }
  const refusal = reading.error ?? preview.error ?? committing.error
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
    committing,
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
