import { Text } from '@mantine/core'
import { IconClockPause, IconHourglass } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { stageGroups } from '../../../shared/domain/lifecycle/stage.ts'
import type { AwaitedCompletion } from '../../../shared/read-models/desk.ts'
import { useChange, useRead } from '../../api/use-call.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import type { DeskSectionProps } from './desk-section.ts'
import classes from './detail.module.css'

/** What the proposal waits for: the day until which it was put off, the completion that was asked for. */
export function Waiting({ detail }: DeskSectionProps) {
  const { t } = useTranslation()
  const { day } = useFormats()
  const waits = stageGroups.toModerate.some((stage) => stage === detail.stage)
  const { data } = useRead('desk.waiting', waits ? { submissionId: detail.id } : null, { keep: false })
  const takeBack = useChange('desk.takeBack')
  const done = useDoneNotice()
  if (data === undefined || (data.setAside === null && data.completion === null)) return null
  const { setAside, completion } = data
  return (
    <section className={classes.waiting} aria-label={t('submissions.section.waiting')}>
      {setAside !== null && (
        <div className={classes.waitingLine}>
          <IconClockPause size={16} aria-hidden />
          <div>
            <Text>
              {t(setAside.active ? 'submissions.asideUntil' : 'submissions.asideEnded', {
                name: setAside.setByName,
                date: day(setAside.untilOn),
              })}
            </Text>
            {setAside.note !== '' && (
              <Text className={classes.written} dir="auto">
                {setAside.note}
              </Text>
            )}
            {setAside.active && (
              <GuardedButton
                permission="moderate"
                variant="subtle"
                size="compact-xs"
                onClick={() =>
                  takeBack.mutate(
                    { submissionIds: [detail.id] },
                    {
                      onSuccess: () =>
                        done(t('submissions.takenBack', { reference: detail.reference }), { undoable: true }),
                    },
                  )
                }
              >
                {t('submissions.takeBack')}
              </GuardedButton>
            )}
          </div>
        </div>
      )}
      {completion !== null && (
        <div className={classes.waitingLine}>
          <IconHourglass size={16} aria-hidden />
          <Completion completion={completion} />
        </div>
      )}
    </section>
  )
}

function Completion({ completion }: { completion: AwaitedCompletion }) {
  const { t } = useTranslation()
  const { day } = useFormats()
  const { askedOn, daysWaiting, replyByOn, daysLeft } = completion
  return (
    <div>
      <Text>{t('submissions.completionAsked', { date: day(askedOn), count: daysWaiting })}</Text>
      {replyByOn !== null && daysLeft !== null && (
        <Text className={daysLeft < 0 ? classes.overdue : ''}>
          {daysLeft < 0
            ? t('submissions.completionOverdue', { date: day(replyByOn), count: -daysLeft })
            : t('submissions.completionDue', { date: day(replyByOn), count: daysLeft })}
        </Text>
      )}
    </div>
  )
}
