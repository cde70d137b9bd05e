import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './autosaved-head.module.css'
import type { VersionedForm } from './use-versioned-form.ts'

interface AutosavedHeadProps {
  readonly form: VersionedForm<never> | VersionedForm<unknown>
  /** The title. */
  readonly children: ReactNode
}

/** The head of a form that saves as one types: its title, and whether what was typed is saved; it stays in sight. */
export function AutosavedHead({ form, children }: AutosavedHeadProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.head}>
      {children}
      <span className={classes.state} role="status">
        {form.saving
          ? t('common.saving')
          : form.dirty
            ? t('common.aboutToBeSaved')
            : form.saved
              ? t('common.savedAsTyped')
              : ''}
      </span>
    </div>
  )
}
