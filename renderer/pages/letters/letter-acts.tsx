import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../api/parvis.tsx'
import { showError } from '../../api/show-error.tsx'
import { useChange } from '../../api/use-call.ts'
import { useTask } from '../../api/use-task.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { useFileNotice } from '../../notices/use-file-notice.tsx'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'

interface MadeActsProps {
  readonly letterIds: readonly string[]
  readonly sent: boolean
  readonly size?: 'compact-xs' | 'compact-sm'
  onMark(): void
  onDone(): void
}

/** What can be done with letters that were made: say that they went, print them again, take them back. */
export function MadeActs({ letterIds, sent, size = 'compact-sm', onMark, onDone }: MadeActsProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const client = useClient()
  const done = useDoneNotice()
  const fileNotice = useFileNotice()
  const mark = useChange('letters.markSent')
  const withdraw = useChange('letters.withdraw')
  const reprint = useTask('letters.reprint', t('letters.writing'))
  const ids = [...letterIds]
  const again = async (): Promise<void> => {
    const { path } = await client.application.chooseFile({
      kind: 'open-folder',
      title: t('letters.chooseFolderTitle'),
    })
    if (path === null) return
    const batch = await reprint.start({ letterIds: ids, folder: path })
    if (batch !== undefined) fileNotice(batch.path ?? batch.folder)
  }
  return (
    <>
      {sent ? (
        <GuardedButton
          permission="moderate"
          variant="default"
          size={size}
          loading={mark.isPending}
          onClick={() =>
            mark.mutate(
              { letterIds: ids, sentOn: null },
              {
                onSuccess: ({ marked }) => {
                  done(t('letters.unmarked', { count: marked, formatted: number(marked) }), {
                    undoable: true,
                  })
                  onDone()
                },
              },
            )
          }
        >
          {t('letters.unmark')}
        </GuardedButton>
      ) : (
        <GuardedButton permission="moderate" size={size} onClick={onMark}>
          {t('letters.markSent')}
        </GuardedButton>
      )}
      <Button
        variant="default"
        size={size}
        loading={reprint.running}
        onClick={() => void again().catch((error: unknown) => showError(t, error))}
      >
        {t('letters.reprint')}
      </Button>
      {!sent && (
        <GuardedButton
          permission="moderate"
          variant="subtle"
          size={size}
          loading={withdraw.isPending}
          onClick={() =>
            withdraw.mutate(
              { letterIds: ids },
              {
                onSuccess: ({ withdrawn }) => {
                  done(t('letters.withdrawn', { count: withdrawn, formatted: number(withdrawn) }))
                  onDone()
                },
              },
            )
          }
        >
          {t('letters.withdraw')}
        </GuardedButton>
      )}
    </>
  )
}
