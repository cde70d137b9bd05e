import { useCallback, useEffect, useRef, useState } from 'react'
import { CallError } from '../api/client.ts'
import { useDraftStore } from './drafts.ts'

interface Draft<Values> {
  readonly values: Values
  readonly version: number
  /** Written already, and still shown as it was typed: a saved space must not vanish under the cursor. */
  readonly saved?: boolean
}

export interface VersionedForm<Values> {
  readonly values: Values
  set(part: Partial<Values>): void
  readonly dirty: boolean
  readonly saving: boolean
  /** True after a save, until the next change. */
  readonly saved: boolean
  readonly refusal: CallError | undefined
  /** Somebody else saved first: what was typed is kept, and one of the two ways out is to be chosen. */
  readonly changedMeanwhile: boolean
  submit(): Promise<void>
  keepMine(): Promise<void>
  takeTheirs(): void
}

interface VersionedFormOptions<Source extends { readonly version: number }, Values> {
  /** Unsaved text is kept under it; one per form and object. */
  readonly draftKey: string
  readonly source: Source
  read(source: Source): Values
  save(values: Values, version: number): Promise<Source>
  /** Keeps showing what was typed after a save, until the object changes again; for forms that save as one types. */
  readonly keepTyping?: boolean
}

/** A form over a versioned object: it never overwrites what it has not shown, and never loses what was typed. */
export function useVersionedForm<Source extends { readonly version: number }, Values>({
  draftKey,
  source,
  read,
  save,
  keepTyping = false,
}: VersionedFormOptions<Source, Values>): VersionedForm<Values> {
  const drafts = useDraftStore<Draft<Values>>(draftKey)
  const [kept, setDraft] = useState(drafts.get)
  const [saving, setSaving] = useState(false)
  const [saved, setSaved] = useState(false)
  const [refusal, setRefusal] = useState<CallError>()
  const newest = useRef(source.version)
  useEffect(() => {
    newest.current = Math.max(newest.current, source.version)
  }, [source.version])

  const draft = kept?.saved === true && source.version > kept.version ? undefined : kept
  const values = draft?.values ?? read(source)
  const put = useCallback(
    (next: Draft<Values> | undefined) => {
      drafts.put(next?.saved === true ? undefined : next)
      setDraft(next)
    },
    [drafts],
  )
  const write = async (version: number): Promise<void> => {
    const sent = drafts.get()
    setSaving(true)
    setRefusal(undefined)
    drafts.markRefused(false)
    try {
      const result = await save(values, version)
      newest.current = Math.max(newest.current, result.version)
      const typed = drafts.get()
      if (typed !== undefined && typed !== sent) put({ values: typed.values, version: result.version })
      else {
        put(keepTyping ? { values, version: result.version, saved: true } : undefined)
        setSaved(true)
      }
    } catch (error) {
      drafts.markRefused(true)
      setRefusal(error instanceof CallError ? error : new CallError('internal'))
    } finally {
      setSaving(false)
    }
  }
  return {
    values,
    set: (part) => {
      setSaved(false)
      if (refusal?.code !== 'changed-meanwhile') setRefusal(undefined)
      put({ values: { ...values, ...part }, version: draft?.version ?? source.version })
    },
    dirty: draft !== undefined && draft.saved !== true,
    saving,
    saved,
    refusal,
    changedMeanwhile: refusal?.code === 'changed-meanwhile',
    submit: () => write(draft?.version ?? source.version),
    keepMine: () => write(newest.current),
    takeTheirs: () => {
      setRefusal(undefined)
      put(undefined)
    },
  }
}
