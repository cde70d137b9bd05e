import { Alert, Button, Group, Kbd, Stack, Text, Textarea } from '@mantine/core'
import { IconAlertTriangle, IconRosetteDiscountCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cents } from '../../../shared/domain/money/cents.ts'
import type { ProjectDetail } from '../../../shared/read-models/project.ts'
import { describeError } from '../../api/show-error.tsx'
import { useChange } from '../../api/use-call.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { useKept } from '../../navigation/use-kept.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { usePermission } from '../../session/use-permission.ts'
import classes from './finance.module.css'
import { type FinanceRow, visaBlock } from './visa-blocks.ts'

interface VisaActsProps {
  readonly project: ProjectDetail
  readonly row: FinanceRow
  /** The amount on screen: what the signature is given on. */
  readonly amountRead: Cents | null
}

/** Grants or refuses the visa by key; says why when it cannot be given. */
export function VisaActs({ project, row, amountRead }: VisaActsProps) {
  const { t } = useTranslation()
  const { amount } = useFormats()
  const done = useDoneNotice()
  const { allowed, why } = usePermission('sign-visa')
  const [refusing, setRefusing] = useState(false)
  const [reason, keepReason] = useKept(`visa reason ${project.id}`, '')
  const sign = useChange('finance.sign', { inPlace: ['*'] })
  const grantBlock = visaBlock('granted', project, row, amountRead)
  const refuseBlock = visaBlock('refused', project, row, amountRead)
  const words = (block: typeof grantBlock): string | undefined =>
    block === undefined ? undefined : t(`finance.${block}`)
  const decide = (decision: 'granted' | 'refused'): void => {
    if (amountRead === null) return
    sign.mutate(
      { projectId: project.id, decision, amountRead, reason: decision === 'refused' ? reason : '' },
      {
        onSuccess: () => {
          if (decision === 'refused') keepReason('')
          setRefusing(false)
          done(
            t(decision === 'granted' ? 'finance.granted' : 'finance.refused', {
              number: project.number,
              amount: amount(amountRead),
            }),
            { undoable: true },
          )
        },
      },
    )
  }
  usePageKeys([
    {
      key: 'v',
      label: t('finance.grant'),
      enabled: allowed && grantBlock === undefined,
      run: () => decide('granted'),
    },
    {
      key: 'r',
      label: t('finance.refuseKey'),
      enabled: allowed && refuseBlock === undefined,
      run: () => setRefusing(true),
    },
  ])
  const missing = reason.trim() === '' ? t('finance.refuseReasonMissing') : undefined
  return (
    <Stack className={classes.sign} gap="sm">
      <Group gap="xs">
        <GuardedButton
          permission="sign-visa"
          blockedBy={words(grantBlock)}
          leftSection={<IconRosetteDiscountCheck size={16} aria-hidden />}
          rightSection={
            <Kbd aria-hidden size="xs">
              V
            </Kbd>
          }
          loading={sign.isPending}
          onClick={() => decide('granted')}
        >
          {t('finance.grant')}
        </GuardedButton>
        <GuardedButton
          permission="sign-visa"
          variant="default"
          blockedBy={words(refuseBlock)}
          rightSection={
            <Kbd aria-hidden size="xs">
              R
            </Kbd>
          }
          aria-expanded={refusing}
          onClick={() => setRefusing(!refusing)}
        >
          {t('finance.refuse')}
        </GuardedButton>
        <Text>{allowed ? words(refuseBlock) : why}</Text>
      </Group>
      {refusing && refuseBlock === undefined && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (missing === undefined) decide('refused')
          }}
        >
          <Textarea
            autoFocus
            autosize
            minRows={2}
            maxLength={300}
            required
            label={t('finance.refuseReason')}
            description={t('finance.refuseReasonHint')}
            value={reason}
            onChange={(event) => keepReason(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setRefusing(false)
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
                event.currentTarget.form?.requestSubmit()
            }}
          />
          <Group gap="xs" mt="xs">
            <GuardedButton
              permission="sign-visa"
              type="submit"
              color="red"
              blockedBy={missing}
              loading={sign.isPending}
            >
              {t('finance.refuseAct')}
            </GuardedButton>
            <Button variant="default" onClick={() => setRefusing(false)}>
              {t('common.cancel')}
            </Button>
          </Group>
        </form>
      )}
      {sign.error !== null && (
        <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden />}>
          {describeError(t, sign.error)}
        </Alert>
      )}
    </Stack>
  )
}
