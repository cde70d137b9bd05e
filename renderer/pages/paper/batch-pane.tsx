import { Anchor, Group, Text, Title } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { PaperBatchDetail } from '../../../shared/read-models/paper.ts'
import { useChange } from '../../api/use-call.ts'
import { useTask } from '../../api/use-task.ts'
import { FormRefusal } from '../../components/form-refusal.tsx'
import { useAutosave } from '../../components/use-autosave.ts'
import { useVersionedForm } from '../../components/use-versioned-form.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { usePermission } from '../../session/use-permission.ts'
import { BatchFields, batchValuesOf } from './batch-fields.tsx'
import { MissingForms } from './missing-forms.tsx'
import classes from './paper.module.css'
import { ReasonDialog } from './reason-dialog.tsx'
import { ScanList } from './scan-list.tsx'
import { usePaperFile } from './use-paper-file.ts'

/** A batch as a whole: its control totals, what is missing, its closing, its event. */
export function BatchPane({ batch }: { readonly batch: PaperBatchDetail }) {
  const { t } = useTranslation()
  const { number, instant } = useFormats()
  const done = useDoneNotice()
  const close = useChange('paper.close')
  const reopen = useChange('paper.reopen')
  const slip = useTask('paper.writeSlip', t('paper.batch.slipTask'))
  const save = usePaperFile()
  const [reopening, setReopening] = useState(false)
  const { totals } = batch
  const isClosed = batch.closedAt !== null
  const rows: readonly (readonly [string, number])[] = [
    [t('paper.batch.printed'), totals.printed],
    [t('paper.counted.entered'), totals.entered],
    [t('paper.counted.not-returned'), totals.notReturned],
    [t('paper.counted.blank'), totals.blank],
    [t('paper.counted.cancelled'), totals.cancelled],
    [t('paper.counted.missing'), totals.missing],
  ]
  return (
    <div className={classes.document}>
      <section aria-labelledby="paper-totals">
        <Title order={2} id="paper-totals" className={classes.sectionTitle}>
          {t('paper.batch.totals')}
        </Title>
        <dl className={classes.totals}>
          {rows.map(([name, count]) => (
            <div key={name} data-alert={name === t('paper.counted.missing') && count > 0 ? true : undefined}>
              <dt>{name}</dt>
              <dd>{number(count)}</dd>
            </div>
          ))}
        </dl>
        <Group gap="xs" mt="xs">
          {isClosed ? (
            <GuardedButton
              permission="moderate"
              variant="default"
              loading={reopen.isPending}
              onClick={() => setReopening(true)}
            >
              {t('paper.batch.reopen')}
            </GuardedButton>
          ) : (
            <GuardedButton
              permission="moderate"
              loading={close.isPending}
              blockedBy={
                totals.missing > 0
                  ? t('paper.batch.closeBlocked', {
                      count: totals.missing,
                      formatted: number(totals.missing),
                    })
                  : undefined
              }
              onClick={() =>
                close.mutate(
                  { batchId: batch.id, version: batch.version },
                  {
                    onSuccess: () =>
                      done(t('paper.batch.closedDone', { code: batch.code }), { undoable: true }),
                  },
                )
              }
            >
              {t('paper.batch.close')}
            </GuardedButton>
          )}
          <GuardedButton
            permission="moderate"
            variant="default"
            loading={slip.running}
            leftSection={<IconFileText size={16} aria-hidden />}
            onClick={() =>
              void save(t('paper.batch.slipFile', { code: batch.code }), (path) =>
                slip.start({ batchId: batch.id, path }),
              )
            }
          >
            {t('paper.batch.slip')}
          </GuardedButton>
          {totals.entered > 0 && (
            <Anchor component={Link} href={`/submissions?batches=${batch.id}`}>
              {t('paper.batch.showProposals')}
            </Anchor>
          )}
        </Group>
        {batch.closedAt !== null && (
          <Text size="sm" mt="xs">
            {t('paper.batch.closedOn', { date: instant(batch.closedAt), name: batch.closedByName ?? '' })}
          </Text>
        )}
      </section>
      <MissingForms batch={batch} />
      <ScanList batch={batch} />
      <BatchSettings batch={batch} />
      {reopening && (
        <ReasonDialog
          title={t('paper.batch.reopenTitle', { code: batch.code })}
          label={t('paper.batch.reopenReason')}
          action={t('paper.batch.reopen')}
          onClose={() => setReopening(false)}
          onReason={(reason) => reopen.mutate({ batchId: batch.id, version: batch.version, reason })}
        />
      )}
    </div>
  )
}

/** The event of the batch, saved as it is typed. */
function BatchSettings({ batch }: { readonly batch: PaperBatchDetail }) {
  const { t } = useTranslation()
  const { allowed } = usePermission('moderate')
  const update = useChange('paper.updateBatch', { inPlace: ['*'] })
  const form = useVersionedForm({
    draftKey: `paper batch ${batch.id}`,
    source: batch,
    read: batchValuesOf,
    keepTyping: true,
    save: (values, version) =>
      update.mutateAsync({
        batchId: batch.id,
        version,
        ...values,
        formCount: values.formCount ?? batch.totals.printed,
      }),
  })
  const { values } = form
  useAutosave(form, values.eventName.trim() === '' || values.formCount === null)
  return (
    <section aria-labelledby="paper-settings">
      <div className={classes.titleLine}>
        <Title order={2} id="paper-settings" className={classes.sectionTitle}>
          {t('paper.batch.settings')}
        </Title>
        <Text size="xs" c="dimmed" role="status">
          {form.saving
            ? t('common.saving')
            : form.dirty
              ? t('common.notSavedYet')
              : form.saved
                ? t('common.savedNow')
                : ''}
        </Text>
      </div>
      <FormRefusal form={form} />
      <BatchFields values={values} set={form.set} readOnly={!allowed || batch.closedAt !== null} tried />
    </section>
  )
}
