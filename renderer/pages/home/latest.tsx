import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { JournalEntry } from '../../../shared/read-models/journal.ts'
import { useRead } from '../../api/use-call.ts'
import { actionLabel } from '../../components/action-label.ts'
import { useFormats } from '../../formats/use-formats.ts'
import classes from './home.module.css'

const read = 100
const shown = 7

/** Acts of one person, of one kind, one after the other: a line of the list. */
interface Run {
  readonly newest: JournalEntry
  readonly count: number
}

/** What happened last, from the journal; the same act done many times in a row is one line. */
export function Latest() {
  const { t } = useTranslation()
  const { shortInstant, number } = useFormats()
  const { data } = useRead('journal.list', { limit: read })
  if (data === undefined) return null
  return (
    <ul className={classes.list}>
      {runsOf(data.entries)
        .slice(0, shown)
        .map(({ newest, count }) => (
          <li key={newest.sequence}>
            <Link href={count === 1 ? pageOf(newest) : '/journal'} className={classes.act}>
              <span className={classes.when}>{shortInstant(newest.at)}</span>
              <span className={classes.what}>
                {actionLabel(t, newest.action)}
                {count > 1
                  ? ` × ${number(count)}`
                  : newest.objectLabel !== '' && (
                      <>
                        {' — '}
                        <span dir="auto">{newest.objectLabel}</span>
                      </>
                    )}
              </span>
              <span className={classes.who}>{newest.personName}</span>
            </Link>
          </li>
        ))}
    </ul>
  )
}

function runsOf(entries: readonly JournalEntry[]): readonly Run[] {
  const runs: Run[] = []
  for (const entry of entries) {
    const last = runs.at(-1)
    if (last !== undefined && last.newest.action === entry.action && last.newest.personId === entry.personId)
      runs.splice(-1, 1, { ...last, count: last.count + 1 })
    else runs.push({ newest: entry, count: 1 })
  }
  return runs
}

/** Where the object of an act is looked at; else the journal. */
function pageOf({ objectKind, objectId }: JournalEntry): string {
  if (objectId === null) return '/journal'
  if (objectKind === 'submission') return `/submissions/${objectId}`
  return objectKind === 'project' ? `/projects/${objectId}` : '/journal'
}
