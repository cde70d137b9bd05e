import { IconCircleCheck, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { PaperBatch } from '../../../shared/read-models/paper.ts'
import { useFormats } from '../../formats/use-formats.ts'
import classes from './paper.module.css'

interface BatchListProps {
  readonly batches: readonly PaperBatch[]
  /** Null: outside of any batch. */
  readonly currentId: string | null
}

/** Batches with how far each is: entered of expected, and what is missing. */
export function BatchList({ batches, currentId }: BatchListProps) {
  const { t } = useTranslation()
  const { number, shortDay } = useFormats()
  return (
    <div className={classes.batches}>
      <ul aria-label={t('paper.batches')}>
        {batches.map((batch) => (
          <li key={batch.id}>
            <Link
              href={`/paper/${batch.id}`}
              replace
              className={classes.batch}
              aria-current={batch.id === currentId ? 'true' : undefined}
            >
              <span className={classes.batchName} dir="auto">
                {batch.eventName || t(`paper.eventKind.${batch.eventKind}`)}
              </span>
              <span className={classes.batchCount}>
                <span aria-hidden>
                  {t('paper.progress', {
                    entered: number(batch.totals.entered),
                    expected: number(expectedOf(batch)),
                  })}
                </span>
                <span className="visually-hidden">
                  {t('paper.progressSpoken', {
                    count: batch.totals.entered,
                    entered: number(batch.totals.entered),
                    expected: number(expectedOf(batch)),
                  })}
                </span>
              </span>
              <span className={classes.batchLine}>
                <span>{batch.code}</span>
                {batch.heldOn !== null && <span>{shortDay(`${batch.heldOn}T12:00:00Z`)}</span>}
                <span className={classes.batchState}>
                  <BatchState batch={batch} />
                </span>
              </span>
            </Link>
          </li>
        ))}
        <li>
          <Link
            href="/paper/outside"
            replace
            className={classes.batch}
            aria-current={currentId === null ? 'true' : undefined}
          >
            <span className={`${classes.batchName} ${classes.outside}`}>{t('paper.outside')}</span>
            <span className={`${classes.quiet} ${classes.outside}`}>{t('paper.outsideHint')}</span>
          </Link>
        </li>
      </ul>
    </div>
  )
}

/** Forms that can still come: printed, but for those that were set aside. */
export function expectedOf({ totals }: PaperBatch): number {
  return totals.printed - totals.notReturned - totals.blank - totals.cancelled
}

function BatchState({ batch }: { readonly batch: PaperBatch }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  if (batch.closedAt !== null) {
    return (
      <>
        <IconLock size={14} aria-hidden /> {t('paper.closed')}
      </>
    )
  }
  if (batch.totals.missing === 0) {
    return (
      <>
        <IconCircleCheck size={14} aria-hidden /> {t('paper.complete')}
      </>
    )
  }
  return t('paper.missingCount', {
    count: batch.totals.missing,
    formatted: number(batch.totals.missing),
  })
}
