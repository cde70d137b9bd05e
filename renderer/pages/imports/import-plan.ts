import { useCallback, useSyncExternalStore } from 'react'
import type { ColumnMapping } from '../../../shared/domain/imports/column-mapping.ts'
import type { ImportTarget } from '../../../shared/domain/imports/import-target.ts'
import type { ReadingChoices } from '../../../shared/domain/imports/raw-table.ts'
import type { ImportOutcome } from '../../../shared/read-models/import-preview.ts'
import type { CallError } from '../../api/client.ts'
import type { StartedTask } from '../../api/start-task.ts'
import { useWork } from '../../session/session.tsx'

/** The file being imported and what the person decided about it; everything else is detected. */
export interface ImportPlan {
  /** Another one each time a file is chosen, even the same: it is then read anew. */
  readonly id: string
  readonly path: string
  readonly choices: ReadingChoices
  readonly target?: ImportTarget | undefined
  readonly locale?: string | undefined
  readonly mapping?: ColumnMapping | undefined
  /** Name to remember the mapping under; undefined until typed. */
  readonly rememberAs?: string | undefined
  /** The import under way. */
  readonly committing?: StartedTask<ImportOutcome> | undefined
  /** Once it was imported. */
  readonly outcome?: ImportOutcome | undefined
  /** Why it was not, until something is changed. */
  readonly refusal?: CallError | undefined
}

// Outside the page: a plan survives leaving it, and an import goes on meanwhile.
const plans = new Map<string, ImportPlan>()
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The plan of this démarche, and the way to change it: a whole plan, part of one, or null to drop it. */
export function useImportPlan(): {
  readonly plan: ImportPlan | undefined
  readonly begin: (path: string) => void
  readonly change: (part: Partial<ImportPlan>) => void
  readonly drop: () => void
} {
  const { dossier, process } = useWork()
  const key = `${dossier.path} ${process.id}`
  const plan = useSyncExternalStore(subscribe, () => plans.get(key))
  const put = useCallback(
    (next: ImportPlan | undefined) => {
      if (next === undefined) plans.delete(key)
      else plans.set(key, next)
      for (const listener of listeners) listener()
    },
    [key],
  )
  const begin = useCallback((path: string) => put({ id: crypto.randomUUID(), path, choices: {} }), [put])
  const change = useCallback(
    (part: Partial<ImportPlan>) => {
      const before = plans.get(key)
      if (before !== undefined) put({ ...before, refusal: undefined, ...part })
    },
    [key, put],
  )
  const drop = useCallback(() => put(undefined), [put])
  return { plan, begin, change, drop }
}
