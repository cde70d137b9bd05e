import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useRead } from '../../api/use-call.ts'
import { useFormats } from '../../formats/use-formats.ts'
import type { DeskSectionProps } from './desk-section.ts'
import classes from './detail.module.css'
import { FoldedSection } from './folded-section.tsx'

/** What was said to the proposer and when, and what still is to be. */
export function Answers({ detail }: DeskSectionProps) {
  const { t } = useTranslation()
  const { number, day, instantDay } = useFormats()
  const { data } = useRead('letters.ofSubmission', { submissionId: detail.id }, { keep: false })
  const letters = data?.letters ?? []
  const owed = data?.owed ?? null
  if (letters.length === 0 && owed === null) return null
  return (
    <FoldedSection
      id="answers"
      title={t('letters.answers')}
      {...(letters.length > 0 ? { count: number(letters.length) } : {})}
    >
      {() => (
        <>
          {owed !== null && (
            <Text>
              {t('letters.owed', { kind: t(`letters.kind.${owed.kind}`) })}
              {' · '}
              <Link href={`/letters/${detail.id}`}>{t('letters.openLetter')}</Link>
            </Text>
          )}
          {letters.length === 0 && <Text c="dimmed">{t('letters.noAnswer')}</Text>}
          {letters.map((letter) => (
            <details key={letter.letterId} className={classes.note}>
              <summary>
                {t(`letters.kind.${letter.kind}`)}
                {letter.channel !== null && ` · ${t(`letters.channel.${letter.channel}`)}`}
                <Text size="xs" c="dimmed">
                  {letter.producedAt !== null &&
                    t('letters.writtenBy', {
                      day: instantDay(letter.producedAt),
                      name: letter.producedByName ?? '',
                    })}
                  {' · '}
                  {letter.sentOn === null
                    ? t('letters.notSent')
                    : t('letters.sentBy', { day: day(letter.sentOn), name: letter.sentByName ?? '' })}
                </Text>
              </summary>
              <Text fw={600} mt={4}>
                {letter.subject}
              </Text>
              <Text className={classes.written} dir="auto">
                {letter.body}
              </Text>
            </details>
          ))}
        </>
      )}
    </FoldedSection>
  )
}
