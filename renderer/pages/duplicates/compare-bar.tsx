import { Button, Menu, Text } from '@mantine/core'
import { IconChevronDown, IconUsersPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ComparisonProgress } from '../../../shared/read-models/family.ts'
import { useClient } from '../../api/parvis.tsx'
import { useRead } from '../../api/use-call.ts'
import { useTask } from '../../api/use-task.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useProcessId } from '../../session/session.tsx'
import { usePermission } from '../../session/use-permission.ts'

export interface CompareNow {
  readonly progress: ComparisonProgress | undefined
  readonly running: boolean
  run(anew: boolean): void
}

/** How far the texts were compared, and the way to compare them now; the status line shows how far it is. */
export function useCompareNow(): CompareNow {
  const { t } = useTranslation()
  const { data: progress } = useRead('families.progress', {})
  const task = useTask('families.search', t('families.searching'), { inPlace: ['cancelled'] })
  return { progress, running: task.running, run: (anew) => void task.start({ anew }) }
}

/** When the texts were compared, what waits, and what one may do: compare anew, import who supports what. */
export function CompareBar() {
  const { t } = useTranslation()
  const { number, shortInstant } = useFormats()
  const { progress, running, run } = useCompareNow()
  const importing = useImportSupporters()
  const moderate = usePermission('moderate')
  if (progress === undefined) return null
  const { pending, comparedAt } = progress
  const state =
    pending > 0
      ? t('families.pending', { count: pending, formatted: number(pending) })
      : comparedAt === null
        ? t('families.neverCompared')
        : t('families.comparedAt', { date: shortInstant(comparedAt) })
  return (
    <>
      <Text size="sm" c="dimmed">
        {state}
      </Text>
      <GuardedButton
        permission="import"
        variant="default"
        leftSection={<IconUsersPlus size={16} aria-hidden />}
        onClick={importing}
      >
        {t('families.importSupporters')}
      </GuardedButton>
      <Menu withinPortal position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            loading={running}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {t('families.compare')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {pending > 0 && (
            <Menu.Item disabled={!moderate.allowed} onClick={() => run(false)}>
              {t('families.compareMany', { formatted: number(pending) })}
            </Menu.Item>
          )}
          <Menu.Item disabled={!moderate.allowed} onClick={() => run(true)}>
            {t('families.compareAnew')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

/** References of unknown proposals that a notice names. */
const named = 3

function useImportSupporters(): () => void {
  const { t } = useTranslation()
  const { number } = useFormats()
  const client = useClient()
  const processId = useProcessId()
  const done = useDoneNotice()
  const task = useTask('families.importSupporters', t('families.supporterFile'))
  const choose = async (): Promise<void> => {
    const { path } = await client.application.chooseFile({
      kind: 'open-file',
      title: t('families.supporterFile'),
    })
    if (path === null) return
    const outcome = await task.start({ processId, path })
    if (outcome === undefined) return
    const counts = { added: number(outcome.added), proposals: number(outcome.proposals) }
    done(
      outcome.unknownCount === 0
        ? t('families.imported', counts)
        : t('families.importedBut', {
            ...counts,
            unknown: number(outcome.unknownCount),
            references: [...new Set(outcome.unknown.map(({ reference }) => reference))]
              .slice(0, named)
              .join(', '),
          }),
      { undoable: outcome.added > 0 },
    )
  }
  return () => void choose()
}
