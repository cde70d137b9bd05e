import { Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isOwnContribution } from '../../../shared/domain/moderation/own-contribution.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import { usePermission } from '../../session/use-permission.ts'
import classes from './decision.module.css'

/** An act on a proposed decision; without a key it is reached by its button. */
export interface OpinionAct {
  readonly key?: string
  readonly label: string
  run(): void
}

interface OpinionKeysProps {
  readonly acts: readonly OpinionAct[]
  readonly resting: boolean
  readonly authorName: string | null
  /** The proposed decision is one's own: withdrawing it is no second opinion. */
  readonly own: boolean
}

/** What one may say to a proposed decision, one under the other, each with its key. */
export function OpinionKeys({ acts, resting, authorName, own }: OpinionKeysProps) {
  const { t } = useTranslation()
  const { person } = useWork()
  const { allowed } = usePermission('moderate')
  const blocked = !own && isOwnContribution(authorName, person.name) ? t('team.review.own') : undefined
  usePageKeys(
    acts.flatMap(({ key, label, run }) =>
      key === undefined ? [] : [{ key, label, enabled: allowed && !resting && blocked === undefined, run }],
    ),
  )
  return (
    <div
      className={classes.acts}
      role="toolbar"
      aria-orientation="vertical"
      aria-label={t('team.review.section')}
    >
      {acts.map(({ key, label, run }) => (
        <GuardedButton
          key={label}
          permission="moderate"
          blockedBy={blocked}
          variant="subtle"
          size="compact-sm"
          justify="flex-start"
          fullWidth
          className={classes.act}
          {...(key === undefined ? {} : { 'aria-keyshortcuts': key })}
          leftSection={
            key === undefined ? undefined : (
              <Kbd aria-hidden size="xs">
                {key.toUpperCase()}
              </Kbd>
            )
          }
          onClick={run}
        >
          {label}
        </GuardedButton>
      ))}
    </div>
  )
}
