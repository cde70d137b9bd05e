import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { SubmissionDetail } from '../../../shared/read-models/submission.ts'
import { KeyScope, type KeyScopeState } from '../../keys/keys.tsx'
import classes from './desk.module.css'
import type { DeskSection, DeskSectionProps } from './desk-section.ts'

interface DeskSectionsProps extends Omit<DeskSectionProps, 'detail'> {
  readonly sections: readonly DeskSection[]
  /** The submission that the pane is about. */
  readonly currentId: string
  /** The last one that came; another one than the current, while that is on its way. */
  readonly detail: SubmissionDetail | undefined
}

/**
 * The sections of a pane, drawn after what one decides by: the next proposal shows at once, its sections a moment
 * later. Until then those of before stay, so that nothing jumps; neither pointer nor keys reach them.
 */
export function DeskSections({ sections, currentId, detail, ...desk }: DeskSectionsProps) {
  const deferred = useDeferredValue(detail)
  const [wanted, setWanted] = useState<string>()
  const settled = wanted === currentId && detail?.id === currentId ? detail : deferred
  const isSettled = settled?.id === currentId
  const now = useRef({ isSettled, currentId })
  now.current = { isSettled, currentId }
  const scope = useMemo<KeyScopeState>(
    () => ({
      isAwake: () => now.current.isSettled,
      // A key that was pressed for a section does not wait until the section would have been drawn.
      wake: () => flushSync(() => setWanted(now.current.currentId)),
    }),
    [],
  )
  if (settled === undefined) return null
  return (
    <div className={classes.sections} inert={!isSettled}>
      <KeyScope scope={scope}>
        {sections.map(({ id, Section }) => (
          <Section key={`${id} ${settled.id}`} detail={settled} {...desk} />
        ))}
      </KeyScope>
    </div>
  )
}
