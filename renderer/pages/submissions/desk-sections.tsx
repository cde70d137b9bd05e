import { useCallback, useDeferredValue, useRef } from 'react'
import { KeyScope } from '../../keys/keys.tsx'
import classes from './desk.module.css'
import type { DeskSection, DeskSectionProps } from './desk-section.ts'

interface DeskSectionsProps extends DeskSectionProps {
  readonly sections: readonly DeskSection[]
}

/**
 * The sections of a pane, drawn after what one decides by: the next proposal shows at once, its sections a moment
 * later. Until then those of before stay, so that nothing jumps; neither pointer nor keys reach them.
 */
export function DeskSections({ sections, detail, ...desk }: DeskSectionsProps) {
  const settled = useDeferredValue(detail)
  const isSettled = settled.id === detail.id
  const awake = useRef(isSettled)
  awake.current = isSettled
  const isAwake = useCallback(() => awake.current, [])
  return (
    <div className={classes.sections} inert={!isSettled}>
      <KeyScope isAwake={isAwake}>
        {sections.map(({ id, Section }) => (
          <Section key={`${id} ${settled.id}`} detail={settled} {...desk} />
        ))}
      </KeyScope>
    </div>
  )
}
