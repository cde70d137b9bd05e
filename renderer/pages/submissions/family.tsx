import { Button, Group, Text } from '@mantine/core'
import { IconArrowMerge } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FamilyMember, Family as FamilyRecord } from '../../../shared/read-models/family.ts'
import { useRead } from '../../api/use-call.ts'
import { useSupportWords } from '../../components/use-likeness.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { AgreementDialog } from './agreement-dialog.tsx'
import type { DeskSectionProps } from './desk-section.ts'
import classes from './detail.module.css'

/** What was grouped with this submission, in both directions: who proposed each, what stays its own, what they have together. */
export function Family({ detail, onOpen, onSplit }: DeskSectionProps) {
  const { t } = useTranslation()
  const supportWords = useSupportWords()
  const grouped = detail.mergedInto !== null || detail.mergedFrom.length > 0
  const counts = useCounts()
  const { data: family } = useRead('families.family', grouped ? { submissionId: detail.id } : null, {
    keep: false,
  })
  const [asking, setAsking] = useState<FamilyMember>()
  if (!grouped || family === undefined || family === null) return null
  const leads = family.lead.id === detail.id
  const others = family.members.filter(({ id }) => id !== detail.id)
  const self = family.members.find(({ id }) => id === detail.id)
  return (
    <section className={classes.family} aria-label={t('families.supportsTitle')}>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <IconArrowMerge size={16} aria-hidden style={{ flex: 'none' }} />
        <div>
          <Text>
            {leads
              ? t('families.family.leads', { count: family.members.length })
              : t('families.family.groupedUnder')}
          </Text>
          {!leads && <Member member={family.lead} onOpen={onOpen} />}
          {self !== undefined && (
            <Group gap="xs">
              <Agreement member={self} onAsk={setAsking} />
              <SplitButton member={self} onSplit={onSplit} />
            </Group>
          )}
          {others.map((member) => (
            <Member key={member.id} member={member} onOpen={onOpen}>
              {leads && (
                <>
                  <Agreement member={member} onAsk={setAsking} />
                  <SplitButton member={member} onSplit={onSplit} />
                </>
              )}
            </Member>
          ))}
          <Text className={classes.muted}>
            {t('families.together', { supports: `${supportWords(family.supports)} · ${counts(family)}` })}
          </Text>
        </div>
      </Group>
      {asking !== undefined && (
        <AgreementDialog member={asking} lead={family.lead} onClose={() => setAsking(undefined)} />
      )}
    </section>
  )
}

/** How many comments and files, in words. */
function useCounts(): (of: Pick<FamilyRecord, 'commentsCount' | 'attachmentsCount'>) => string {
  const { t } = useTranslation()
  const { number } = useFormats()
  return ({ commentsCount, attachmentsCount }) =>
    [
      t('families.family.comments', { count: commentsCount, formatted: number(commentsCount) }),
      t('families.family.attachments', { count: attachmentsCount, formatted: number(attachmentsCount) }),
    ].join(' · ')
}

interface MemberProps extends Pick<DeskSectionProps, 'onOpen'> {
  readonly member: FamilyMember
  /** What can be done with it. */
  readonly children?: ReactNode
}

function Member({ member, onOpen, children }: MemberProps) {
  const { t } = useTranslation()
  const supportWords = useSupportWords()
  const counts = useCounts()
  const { supportsCount } = member
  return (
    <div className={classes.member}>
      <Button variant="subtle" size="compact-sm" px={0} onClick={() => onOpen(member.id)}>
        {member.reference} {member.title}
      </Button>{' '}
      <span className={classes.muted}>
        <span dir="auto">{member.authorName ?? t('submissions.anonymous')}</span> ·{' '}
        {supportWords({ atLeast: supportsCount, atMost: supportsCount })} · {counts(member)}
      </span>
      {children !== undefined && <Group gap="xs">{children}</Group>}
    </div>
  )
}

interface AgreementProps {
  readonly member: FamilyMember
  onAsk(member: FamilyMember): void
}

/** Where the agreement of a member's proposer stands; opens what was noted of it. */
function Agreement({ member, onAsk }: AgreementProps) {
  const { t } = useTranslation()
  const { day } = useFormats()
  const { agreement } = member
  const on = agreement?.answeredOn ?? agreement?.askedOn ?? null
  const state =
    agreement === null ? t('families.agreement.none') : t(`families.agreement.state.${agreement.state}`)
  return (
    <GuardedButton
      permission="moderate"
      variant="subtle"
      size="compact-xs"
      px={0}
      aria-label={`${t('families.family.agreement', { reference: member.reference })} : ${state}`}
      onClick={() => onAsk(member)}
    >
      {on === null ? state : t('families.agreement.stateOn', { state, date: day(on) })}
    </GuardedButton>
  )
}

interface SplitButtonProps extends Pick<DeskSectionProps, 'onSplit'> {
  readonly member: FamilyMember
}

function SplitButton({ member, onSplit }: SplitButtonProps) {
  const { t } = useTranslation()
  return (
    <GuardedButton
      permission="moderate"
      variant="subtle"
      size="compact-xs"
      px={0}
      aria-label={t('submissions.splitOne', { reference: member.reference })}
      onClick={() => onSplit(member.id)}
    >
      {t('submissions.act.split')}
    </GuardedButton>
  )
}
