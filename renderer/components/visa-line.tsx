import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { VisaRecord } from '../../shared/read-models/project.ts'
import { useFormats } from '../formats/use-formats.ts'
import { VisaBadge } from './visa-badge.tsx'

/** One visa of the past: what it said, who gave it on which amount, and what became of it. */
export function VisaLine({ visa }: { visa: VisaRecord }) {
  const { t } = useTranslation()
  const { amount, instant, instantDay } = useFormats()
  const takenBack = visa.voidedReason === 'visa.sign.undo'
  const date = visa.voidedAt === null ? '' : instantDay(visa.voidedAt)
  const granted = visa.state === 'granted'
  return (
    <>
      <VisaBadge state={visa.voidedAt === null ? visa.state : takenBack ? 'none' : 'void'} />
      <Text>
        {t(granted ? 'projects.visaGranted' : 'projects.visaRefused', {
          name: visa.signedByName,
          amount: amount(visa.amount),
        })}
        {', '}
        {instant(visa.signedAt)}
      </Text>
      {visa.reason !== '' && <Text className="reading">{visa.reason}</Text>}
      {visa.voidedAt !== null && (
        <Text c="dimmed">
          {takenBack
            ? t('projects.visaTakenBack', { date })
            : t('projects.visaVoided', {
                date,
                reason: t([`projects.voidReason.${visa.voidedReason}`, 'projects.voidReason.other']),
              })}
        </Text>
      )}
    </>
  )
}
