import { Kbd, UnstyledButton } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RefusalReason } from '../../../shared/domain/moderation/refusal-reason.ts'
import classes from './decision.module.css'
import type { ReasonChoice } from './standard-answer.ts'

interface ReasonPickerProps {
  readonly choices: readonly ReasonChoice[]
  readonly chosen: readonly RefusalReason[]
  onToggle(reason: RefusalReason): void
}

/** The public reasons of a refusal, each with its letter and the article that founds it. */
export function ReasonPicker({ choices, chosen, onToggle }: ReasonPickerProps) {
  const { t } = useTranslation()
  return (
    <ul className={classes.reasons} aria-label={t('submissions.reasons')}>
      {choices.map(({ reason, letter, article }) => {
        const on = chosen.includes(reason)
        return (
          <li key={reason}>
            <UnstyledButton
              className={classes.reason}
              aria-pressed={on}
              aria-keyshortcuts={letter}
              title={
                article === undefined || article === ''
                  ? t('submissions.notInRules')
                  : t('submissions.inRules', { article })
              }
              data-foreseen={article !== undefined}
              onClick={() => onToggle(reason)}
            >
              <Kbd aria-hidden>{letter.toUpperCase()}</Kbd>
              <span className={classes.reasonName}>{t(`labels.reason.${reason}`)}</span>
              {on && <IconCheck size={16} aria-hidden />}
            </UnstyledButton>
          </li>
        )
      })}
    </ul>
  )
}
