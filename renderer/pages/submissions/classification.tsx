import { Select } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange, useRead } from '../../api/use-call.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { useWork } from '../../session/session.tsx'
import { usePermission } from '../../session/use-permission.ts'
import type { DeskSectionProps } from './desk-section.ts'
import classes from './detail.module.css'
import { useSubmissionChange } from './use-submission-change.ts'

/** Theme, district and the person in charge; each choice is saved at once and can be taken back. */
export function Classification({ detail }: DeskSectionProps) {
  const { t } = useTranslation()
  const { process, person } = useWork()
  const { allowed, why } = usePermission('moderate')
  const { data: people = [] } = useRead('people.list', {})
  const { save } = useSubmissionChange('submissions.classify')
  const assign = useChange('submissions.assign')
  const done = useDoneNotice()
  const theme = useRef<HTMLInputElement>(null)
  const district = useRef<HTMLInputElement>(null)
  const assignee = useRef<HTMLInputElement>(null)

  const place = async (part: { themeId?: string | null; districtId?: string | null }): Promise<void> => {
    const saved = await save({ submissionId: detail.id, version: detail.version, ...part })
    if (saved) done(t('submissions.classified', { reference: detail.reference }), { undoable: true })
  }
  const giveTo = (assigneeId: string | null): void =>
    assign.mutate(
      { submissionIds: [detail.id], assigneeId },
      {
        onSuccess: () => {
          const name = people.find(({ id }) => id === assigneeId)?.name
          done(
            name === undefined
              ? t('submissions.unassigned', { reference: detail.reference })
              : t('submissions.assigned', { reference: detail.reference, name }),
            { undoable: true },
          )
        },
      },
    )
  const openList = (field: { readonly current: HTMLInputElement | null }): void => {
    field.current?.focus()
    field.current?.click()
  }
  usePageKeys([
    { key: 't', label: t('submissions.key.theme'), enabled: allowed, run: () => openList(theme) },
    { key: 'q', label: t('submissions.key.district'), enabled: allowed, run: () => openList(district) },
    { key: 'a', label: t('submissions.key.assign'), enabled: allowed, run: () => openList(assignee) },
    { key: 'm', label: t('submissions.key.take'), enabled: allowed, run: () => giveTo(person.id) },
  ])
  const active = people.filter((other) => other.active || other.id === detail.assigneeId)
  const common = {
    clearable: allowed,
    searchable: true,
    readOnly: !allowed,
    title: why,
    clearButtonProps: { 'aria-label': t('common.clear') },
  }
  return (
    <div className={classes.classification}>
      <Select
        {...common}
        ref={theme}
        label={t('submissions.theme')}
        placeholder={t('labels.noTheme')}
        data={process.themes.map(({ id, name }) => ({ value: id, label: name }))}
        value={detail.themeId}
        onChange={(themeId) => void place({ themeId })}
      />
      <Select
        {...common}
        ref={district}
        label={t('submissions.district')}
        placeholder={t('labels.noDistrict')}
        data={process.districts.map(({ id, name }) => ({ value: id, label: name }))}
        value={detail.districtId}
        onChange={(districtId) => void place({ districtId })}
      />
      <Select
        {...common}
        ref={assignee}
        label={t('submissions.assignee')}
        placeholder={t('submissions.nobody')}
        data={active.map(({ id, name }) => ({ value: id, label: name }))}
        value={detail.assigneeId}
        onChange={giveTo}
      />
    </div>
  )
}
