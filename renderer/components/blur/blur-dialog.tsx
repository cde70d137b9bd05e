import { Button, Group, Loader, Select, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rectangle } from '../../../shared/domain/pictures/blur.ts'
import type { RedactablePicture } from '../../../shared/read-models/redaction.ts'
import { CallError } from '../../api/client.ts'
import { showError } from '../../api/show-error.tsx'
import { useChange, useRead } from '../../api/use-call.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { usePermission } from '../../session/use-permission.ts'
import { Dialog } from '../dialog.tsx'
import { BlurStage } from './blur-stage.tsx'
import { useBlurredCanvas } from './use-blurred-canvas.ts'

/** Why parts of a picture are blurred, the usual one first. Each has its words under `blur.reasons`. */
const reasons = ['face', 'minor', 'plate', 'document', 'other'] as const

interface BlurDialogProps {
  readonly attachmentId: string
  onClose(): void
}

/** Blurs parts of a picture: rectangles over it, shown as they will be saved. */
export function BlurDialog({ attachmentId, onClose }: BlurDialogProps) {
  const { t } = useTranslation()
  const sealed = usePermission('read-sealed')
  const { data: shown, error } = useRead('redactions.picture', { attachmentId }, { keep: false })
  // Zones that were saved can be moved and taken away by those who may see what is under them.
  const reopened = shown !== undefined && shown.blur !== null && sealed.allowed
  const { data: original } = useRead('redactions.originalPicture', reopened ? { attachmentId } : null, {
    keep: false,
  })
  const base = reopened ? original : shown
  return (
    <Dialog onClose={onClose} size="xl" title={t('blur.title')}>
      {error !== null && <Text>{t('blur.unreadable')}</Text>}
      {error === null &&
        (shown === undefined || base === undefined ? (
          <Loader size="sm" aria-label={t('common.loading')} />
        ) : (
          // Another state of the picture, another beginning.
          <BlurForm key={shown.sha256} shown={shown} base={base} reopened={reopened} onClose={onClose} />
        ))}
    </Dialog>
  )
}

interface BlurFormProps {
  readonly shown: RedactablePicture
  readonly base: { readonly mediaType: string; readonly bytes: Uint8Array }
  readonly reopened: boolean
  onClose(): void
}

function BlurForm({ shown, base, reopened, onClose }: BlurFormProps) {
  const { t } = useTranslation()
  const done = useDoneNotice()
  const [rectangles, setRectangles] = useState<readonly Rectangle[]>(
    reopened ? (shown.blur?.rectangles ?? []) : [],
  )
  const [reason, setReason] = useState<string>(reasons[0])
  const picture = useBlurredCanvas(base, rectangles)
  const blur = useChange('redactions.blurPicture')
  const show = useChange('redactions.showPicture')
  const { attachmentId, sha256, fileName } = shown
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (rectangles.length === 0 || blur.isPending) return
    try {
      const content = await picture.encode()
      await blur.mutateAsync({
        attachmentId,
        sha256,
        rectangles: [...rectangles],
        reason: t(`blur.reasons.${reason}`),
        content,
      })
    } catch (fault) {
      // A refusal has been shown by `useChange`; a picture that cannot be coded has not.
      if (!(fault instanceof CallError)) showError(t, fault)
      return
    }
    done(t('blur.done', { count: rectangles.length }), { undoable: true })
    onClose()
  }
  const restore = async (): Promise<void> => {
    await show.mutateAsync({ attachmentId, reason: t('blur.restoreReason') })
    done(t('blur.restored'), { undoable: true })
    onClose()
  }
  if (picture.broken) return <Text>{t('blur.unreadable')}</Text>
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="xs">
        <Text dir="auto">{fileName}</Text>
        <Text c="dimmed">{t('blur.note')}</Text>
        {picture.size === undefined ? (
          <Loader size="sm" aria-label={t('common.loading')} />
        ) : (
          <BlurStage
            canvas={picture.canvas}
            size={picture.size}
            rectangles={rectangles}
            onChange={setRectangles}
          />
        )}
        <Group justify="space-between" align="end">
          <Select
            label={t('blur.reason')}
            allowDeselect={false}
            data={reasons.map((value) => ({ value, label: t(`blur.reasons.${value}`) }))}
            value={reason}
            onChange={(value) => setReason(value ?? reasons[0])}
          />
          <Group gap="xs">
            {shown.blur !== null && (
              <GuardedButton
                permission="read-sealed"
                variant="subtle"
                loading={show.isPending}
                onClick={() => void restore().catch(() => undefined)}
              >
                {t('blur.restore')}
              </GuardedButton>
            )}
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <GuardedButton
              permission="moderate"
              type="submit"
              loading={blur.isPending}
              blockedBy={rectangles.length === 0 ? t('blur.noZone') : undefined}
            >
              {t('blur.confirm', { count: rectangles.length })}
            </GuardedButton>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}
