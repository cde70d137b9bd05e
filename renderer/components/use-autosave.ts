import { useEffect, useRef } from 'react'
import type { VersionedForm } from './use-versioned-form.ts'

/** Rest after the last keystroke before a form is saved, in milliseconds. */
const rest = 700

/**
 * Saves a form as one types: after a short rest, and when the form is left. `blocked`: not now (a required field is
 * empty); a refused save waits for the next keystroke or a choice.
 */
export function useAutosave(form: VersionedForm<never> | VersionedForm<unknown>, blocked: boolean): void {
  const ready = form.dirty && !form.saving && form.refusal === undefined && !blocked
  const latest = useRef({ form, ready })
  latest.current = { form, ready }
  const { values } = form
  // biome-ignore lint/correctness/useExhaustiveDependencies: each keystroke starts the rest anew
  useEffect(() => {
    if (!ready) return
    const timer = setTimeout(() => void latest.current.form.submit(), rest)
    return () => clearTimeout(timer)
  }, [ready, values])
  useEffect(
    () => () => {
      if (latest.current.ready) void latest.current.form.submit()
    },
    [],
  )
}
