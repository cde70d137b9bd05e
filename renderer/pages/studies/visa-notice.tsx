import { Alert, Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconRubberStamp } from '@tabler/icons-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudyDetail } from '../../../shared/read-models/study.ts'

/** Says loudly that a visa fell by our own change (I7); stays until it is closed. */
export function useVisaFallNotice(): () => void {
  const { t } = useTranslation()
  return useCallback(
    () =>
      notifications.show({
        role: 'alert',
        color: 'yellow',
        icon: <IconRubberStamp size={18} aria-hidden />,
        message: t('studies.visaFellNotice'),
        autoClose: false,
        closeButtonProps: { 'aria-label': t('common.close') },
      }),
    [t],
  )
}

interface VisaNoticeProps {
  readonly study: StudyDetail
  /** Whether the signed costing has been opened for a change. */
  readonly editing: boolean
  /** Absent for whoever may not change it. */
  readonly onEdit: (() => void) | undefined
}

/** What the finance visa says about this costing, and the warning before it falls. */
export function VisaNotice({ study, editing, onEdit }: VisaNoticeProps) {
  const { t } = useTranslation()
  // Whoever cannot change the costing needs no warning: the head of the study shows the visa.
  if (study.visaState === 'none' || (study.visaState === 'granted' && onEdit === undefined)) return null
  if (study.visaState === 'granted') {
    return (
      <Alert color={editing ? 'yellow' : 'civic'} icon={<IconRubberStamp aria-hidden />} role="status">
        <Group justify="space-between" gap="xs">
          <span>{t(editing ? 'studies.visaEditing' : 'studies.visaGranted')}</span>
          {!editing && (
            <Button variant="default" onClick={onEdit}>
              {t('studies.editAnyway')}
            </Button>
          )}
        </Group>
      </Alert>
    )
  }
  return (
    <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} role="status">
      {t(study.visaState === 'void' ? 'studies.visaFell' : 'studies.visaRefused')}
    </Alert>
  )
}
