import { IconFlag, IconMessage, IconNote } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SubmissionRow } from '../../../shared/read-models/submission.ts'
import { useRead } from '../../api/use-call.ts'
import type { DataColumn } from '../../components/data-column.ts'
import { StageBadge } from '../../components/stage-badge.tsx'
import { DueMark, useDeadlineRule } from '../../components/team/due-mark.tsx'
import { ReviewMark } from '../../components/team/review-mark.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useWork } from '../../session/session.tsx'
import classes from './queue.module.css'

/** The columns of the queue, in the words of the démarche. */
export function useQueueColumns(): readonly DataColumn<SubmissionRow>[] {
  const { t } = useTranslation()
  const { shortDay, number } = useFormats()
  const { process } = useWork()
  const { data: people } = useRead('people.list', {})
  const deadlines = useDeadlineRule()
  return useMemo(() => {
    const themes = new Map(process.themes.map(({ id, name }) => [id, name]))
    const districts = new Map(process.districts.map(({ id, name }) => [id, name]))
    const names = new Map((people ?? []).map(({ id, name }) => [id, name]))
    const column = (
      id: string,
      width: number,
      render: DataColumn<SubmissionRow>['render'],
      more: Partial<DataColumn<SubmissionRow>> = {},
    ): DataColumn<SubmissionRow> => ({ id, header: t(`submissions.column.${id}`), width, render, ...more })
    return [
      column('number', 48, (row) => row.number, { align: 'end', sortKey: 'number', fixed: true }),
      column(
        'title',
        120,
        (row) => (
          <span dir="auto" title={row.title}>
            {row.title}
          </span>
        ),
        { sortKey: 'title', grow: true, fixed: true },
      ),
      column(
        'signals',
        56,
        (row) =>
          row.signals.length > 0 && (
            <span
              className={classes.iconCount}
              title={t('signals.count', {
                count: row.signals.length,
                names: row.signals.map((id) => t(`signals.${id}.name`)).join(', '),
              })}
            >
              <IconFlag size={14} aria-hidden /> {number(row.signals.length)}
            </span>
          ),
        { align: 'end' },
      ),
      column(
        'stage',
        48,
        // As narrow as its icon at first; wide enough, it says its word.
        (row) => (
          <span className={classes.stage} title={t(`labels.stage.${row.stage}`)}>
            <StageBadge stage={row.stage} />
            <ReviewMark review={row.review} />
          </span>
        ),
        { sortKey: 'stage' },
      ),
      column('due', 112, (row) => <DueMark submission={row} rule={deadlines} />, {
        sortKey: 'submittedAt',
        hidden: true,
      }),
      column('district', 112, (row) => (row.districtId === null ? '' : districts.get(row.districtId)), {
        hidden: true,
      }),
      column('theme', 120, (row) => (row.themeId === null ? '' : themes.get(row.themeId)), { hidden: true }),
      column('author', 120, (row) => <span dir="auto">{row.authorName}</span>, { hidden: true }),
      column('submittedAt', 96, (row) => shortDay(row.submittedAt), {
        sortKey: 'submittedAt',
        hidden: true,
      }),
      column('channel', 96, (row) => t(`labels.channel.${row.channel}`), { hidden: true }),
      column('supports', 76, (row) => number(row.supportsCount), {
        align: 'end',
        sortKey: 'supportsCount',
        hidden: true,
      }),
      column(
        'comments',
        76,
        (row) =>
          row.commentsCount > 0 && (
            <span className={classes.iconCount}>
              <IconMessage size={14} aria-hidden /> {number(row.commentsCount)}
            </span>
          ),
        { align: 'end', sortKey: 'commentsCount', hidden: true },
      ),
      column(
        'notes',
        64,
        (row) =>
          row.notesCount > 0 && (
            <span className={classes.iconCount}>
              <IconNote size={14} aria-hidden /> {number(row.notesCount)}
            </span>
          ),
        { align: 'end', hidden: true },
      ),
      column('assignee', 112, (row) => (row.assigneeId === null ? '' : names.get(row.assigneeId)), {
        hidden: true,
      }),
    ]
  }, [t, shortDay, number, process.themes, process.districts, people, deadlines])
}
