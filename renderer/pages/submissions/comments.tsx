import { Text } from '@mantine/core'
import { IconThumbDown, IconThumbUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SubmissionDetail } from '../../../shared/read-models/submission.ts'
import { RichText } from '../../components/rich-text.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import type { DeskSectionProps } from './desk-section.ts'
import classes from './detail.module.css'
import { FoldedSection } from './folded-section.tsx'

const deepest = 4

/** What residents said of a submission on the platform. */
export function Comments({ detail }: DeskSectionProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  if (detail.comments.length === 0) return null
  return (
    <FoldedSection
      id="comments"
      title={t('submissions.section.comments')}
      count={number(detail.commentsCount)}
      initiallyOpen
    >
      {() => <Thread detail={detail} />}
    </FoldedSection>
  )
}

function Thread({ detail }: { detail: SubmissionDetail }) {
  const { t } = useTranslation()
  const { shortDay, number } = useFormats()
  return (
    <>
      {detail.comments.length < detail.commentsCount && (
        <Text c="dimmed" size="xs">
          {t('submissions.commentsShown', {
            shown: number(detail.comments.length),
            total: number(detail.commentsCount),
          })}
        </Text>
      )}
      <ul className={classes.comments}>
        {detail.comments.map((comment) => (
          <li key={comment.id} style={{ marginInlineStart: `${Math.min(deepest, comment.depth) * 1.25}rem` }}>
            <Text size="xs" c="dimmed" component="div" className={classes.commentHead}>
              <span dir="auto">{comment.authorName ?? t('submissions.anonymous')}</span>
              {comment.createdAt !== null && <span>{shortDay(comment.createdAt)}</span>}
              {comment.alignment === 1 && (
                <span className={classes.stance}>
                  <IconThumbUp size={14} aria-hidden /> {t('submissions.inFavour')}
                </span>
              )}
              {comment.alignment === -1 && (
                <span className={classes.stance}>
                  <IconThumbDown size={14} aria-hidden /> {t('submissions.against')}
                </span>
              )}
            </Text>
            <RichText html={comment.body} />
          </li>
        ))}
      </ul>
    </>
  )
}
