import { Group, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange, useRead } from '../../api/use-call.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useProcessId } from '../../session/session.tsx'
import { usePermission } from '../../session/use-permission.ts'

const most = 365

/** Days that a proposer has to complete a proposal, unless the officer says otherwise. */
export function CompletionDays() {
  const { t } = useTranslation()
  const processId = useProcessId()
  const { allowed } = usePermission('configure-process')
  const { data: settings } = useRead('desk.settings', { processId })
  const save = useChange('desk.saveSettings')
  const done = useDoneNotice()
  const [typed, setTyped] = useState<number | string>()
  const days = Number(typed)
  const fits = Number.isInteger(days) && days >= 1 && days <= most
  const same = typed === undefined || days === settings?.completionDays
  const submit = (): void => {
    if (!fits || same) return
    save.mutate(
      { processId, completionDays: days },
      {
        onSuccess: () => {
          setTyped(undefined)
          done(t('processes.completionDaysSaved', { count: days }), { undoable: true })
        },
      },
    )
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Group align="flex-end" gap="sm">
        <NumberInput
          w="22rem"
          label={t('processes.completionDays')}
          description={t('processes.completionDaysHint')}
          min={1}
          max={most}
          allowDecimal={false}
          readOnly={!allowed}
          value={typed ?? settings?.completionDays ?? ''}
          onChange={setTyped}
        />
        <GuardedButton
          permission="configure-process"
          blockedBy={
            same
              ? t('common.nothingToSave')
              : fits
                ? undefined
                : t('processes.completionDaysBounds', { most })
          }
          variant="default"
          loading={save.isPending}
          type="submit"
        >
          {t('common.save')}
        </GuardedButton>
      </Group>
    </form>
  )
}
