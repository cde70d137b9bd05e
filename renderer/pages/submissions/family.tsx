import { Button, Group, Text } from '@mantine/core'
import { IconArrowMerge } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { LinkedSubmission } from '../../../shared/read-models/submission.ts'
import { GuardedButton } from '../../session/guarded-button.tsx'
import type { DeskSectionProps } from './desk-section.ts'
import classes from './detail.module.css'

/** What was grouped with this submission, in both directions; who proposed each stays in sight. */
export function Family({ detail, onOpen, onSplit }: DeskSectionProps) {
  const { t } = useTranslation()
  if (detail.mergedInto === null && detail.mergedFrom.length === 0) return null
  return (
    <div className={classes.family}>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <IconArrowMerge size={16} aria-hidden />
        <div>
          {detail.mergedInto !== null && (
            <>
              <Text>{t('submissions.groupedUnder')}</Text>
              <Member member={detail.mergedInto} splitId={detail.id} onOpen={onOpen} onSplit={onSplit} />
            </>
          )}
          {detail.mergedFrom.length > 0 && (
            <>
              <Text>{t('submissions.leads', { count: detail.mergedFrom.length })}</Text>
              {detail.mergedFrom.map((member) => (
                <Member
                  key={member.id}
                  member={member}
                  splitId={member.id}
                  onOpen={onOpen}
                  onSplit={onSplit}
                />
              ))}
            </>
          )}
        </div>
      </Group>
    </div>
  )
}

interface MemberProps extends Pick<DeskSectionProps, 'onOpen' | 'onSplit'> {
  readonly member: LinkedSubmission
  /** Which of the two leaves the group. */
  readonly splitId: string
}

function Member({ member, splitId, onOpen, onSplit }: MemberProps) {
  const { t } = useTranslation()
  return (
    <Text component="div">
      <Button variant="subtle" size="compact-sm" onClick={() => onOpen(member.id)}>
        {member.reference} {member.title}
      </Button>{' '}
      <span className={classes.muted} dir="auto">
        {member.authorName ?? t('submissions.anonymous')}
      </span>{' '}
      <GuardedButton
        permission="moderate"
        variant="subtle"
        size="compact-xs"
        aria-label={t('submissions.splitOne', { reference: member.reference })}
        onClick={() => onSplit(splitId)}
      >
        {t('submissions.act.split')}
      </GuardedButton>
    </Text>
  )
}
