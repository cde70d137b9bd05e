import type { TFunction } from 'i18next'

/** Words for an action of the journal; an unknown one is shown as it is written. */
export function actionLabel(t: TFunction, action: string): string {
  if (action.endsWith('.undo') && action.split('.').length > 2) {
    return t('journal.undoOf', { action: actionLabel(t, action.slice(0, -'.undo'.length)) })
  }
  return t(`journal.action.${action}`, { defaultValue: action })
}
