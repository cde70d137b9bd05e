import { Button, Group, Kbd, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isOwnContribution } from '../../../shared/domain/moderation/own-contribution.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import { usePermission } from '../../session/use-permission.ts'
import classes from './decision.module.css'
import { type Act, actKeys, actsAt, bulkActs, isPossible } from './decision-act.ts'
import type { DecisionSubject } from './use-moderation.ts'

interface DecisionKeysProps {
  readonly subject: DecisionSubject
  /** While a proposal is looked for, the keys rest. */
  readonly resting: boolean
  onAct(act: Act): void
  onDeselect(): void
}

/** The decisions, one under the other, each with its key. With a selection they are about the whole of it, and say so. */
export function DecisionKeys({ subject, resting, onAct, onDeselect }: DecisionKeysProps) {
  const { t } = useTranslation()
  const { person } = useWork()
  const { number } = useFormats()
  const { allowed } = usePermission('moderate')
  const acts = subject.kind === 'many' ? bulkActs : actsAt(subject.stage)

  const blockOf = (act: Act): string | undefined => {
    if (subject.kind === 'many') return undefined
    if (act !== 'withdrawn' && act !== 'later' && isOwnContribution(subject.authorName, person.name))
      return t('errors.own-contribution', { reference: subject.reference })
    if (isPossible(act, subject.stage)) return undefined
    return t(subject.stage === 'merged' ? 'submissions.splitFirst' : 'submissions.notFromStage', {
      stage: t(`labels.stage.${subject.stage}`),
    })
  }
  const label = (act: Act): string => t(`submissions.act.${act}`)
  usePageKeys(
    acts.map((act) => ({
      key: actKeys[act],
      label: label(act),
      enabled: allowed && !resting && blockOf(act) === undefined,
      run: () => onAct(act),
    })),
  )
  return (
    <div
      className={classes.acts}
      role="toolbar"
      aria-orientation="vertical"
      aria-label={t('submissions.decisions')}
    >
      {subject.kind === 'many' && (
        <Group gap="xs" justify="space-between" px="xs">
          <Text fw={600}>
            {t('submissions.onSelection', {
              count: subject.ids.length,
              formatted: number(subject.ids.length),
            })}
          </Text>
          <Button variant="subtle" size="compact-xs" onClick={onDeselect}>
            {t('submissions.deselect')}
          </Button>
        </Group>
      )}
      {acts.map((act) => (
        <GuardedButton
          key={act}
          permission="moderate"
          blockedBy={blockOf(act)}
          variant="subtle"
          size="compact-sm"
          justify="flex-start"
          fullWidth
          className={classes.act}
          aria-keyshortcuts={actKeys[act]}
          leftSection={
            <Kbd aria-hidden size="xs">
              {actKeys[act].toUpperCase()}
            </Kbd>
          }
          onClick={() => onAct(act)}
        >
          {label(act)}
        </GuardedButton>
      ))}
    </div>
  )
}
