import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { QueueQuery } from '../../components/queue-query.ts'
import { useFormats } from '../../formats/use-formats.ts'
import classes from './queue.module.css'
import type { Views } from './use-views.ts'

interface ViewStripProps {
  readonly views: Views
  onChoose(query: QueueQuery): void
}

/** The views of the team beside the title, each with its count. What is empty is in the menu only. */
export function ViewStrip({ views, onChoose }: ViewStripProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const offered = views.all.filter(
    (view) =>
      view === views.shown || (view.saved === undefined && view.id !== 'all' && (view.count ?? 0) > 0),
  )
  return (
    <nav className={classes.strip} aria-label={t('submissions.teamViews')}>
      {offered.map((view) => (
        <UnstyledButton
          key={view.id}
          className={classes.stripView}
          aria-current={view === views.shown ? 'true' : undefined}
          onClick={() => onChoose(view.query)}
        >
          {view.name}
          {view.count !== undefined && <span className={classes.stripCount}>{number(view.count)}</span>}
        </UnstyledButton>
      ))}
    </nav>
  )
}
