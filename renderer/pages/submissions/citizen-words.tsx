import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SubmissionDetail, SubmissionRow } from '../../../shared/read-models/submission.ts'
import { RichText } from '../../components/rich-text.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import type { DeskSectionProps } from './desk-section.ts'
import classes from './detail.module.css'

interface CitizenWordsProps extends Pick<DeskSectionProps, 'words'> {
  /** In full, or what the line in the list says of it. */
  readonly shown: SubmissionDetail | SubmissionRow
}

/** The citizen's own words: number and day, title, author, text. What is selected in them can be masked. */
export function CitizenWords({ shown: detail, words }: CitizenWordsProps) {
  const { t } = useTranslation()
  const { shortDay } = useFormats()
  return (
    <div ref={words as React.RefObject<HTMLDivElement | null>}>
      <Text c="dimmed">
        {detail.reference} · {t(`labels.channel.${detail.channel}`)} · {shortDay(detail.submittedAt)}
      </Text>
      <Title order={2} className={classes.title} dir="auto">
        {detail.title}
      </Title>
      <Author detail={detail} />
      {'body' in detail ? <RichText html={detail.body} /> : <p className="reading">{detail.excerpt}</p>}
    </div>
  )
}

function Author({ detail }: { detail: SubmissionDetail | SubmissionRow }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const contact =
    'body' in detail
      ? [detail.authorEmail, detail.authorPhone, detail.authorAddress?.replace(/\s*\n\s*/g, ', ')].filter(
          (part) => part !== undefined && part !== null && part !== '',
        )
      : []
  return (
    <Text component="p" className={classes.author}>
      <span dir="auto">{detail.authorName ?? t('submissions.anonymous')}</span>
      {contact.length > 0 && <span className={classes.muted}> · {contact.join(' · ')}</span>}
      <span className={classes.muted}>
        {' · '}
        {t('submissions.supports', { count: detail.supportsCount, formatted: number(detail.supportsCount) })}
      </span>
    </Text>
  )
}
