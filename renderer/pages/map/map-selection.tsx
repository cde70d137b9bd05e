import { Button, Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { mostListedNumbers, writeNumberRanges } from '../../../shared/domain/submissions/number-ranges.ts'
import { useClient } from '../../api/parvis.tsx'
import { showError } from '../../api/show-error.tsx'
import { useChange, useRead } from '../../api/use-call.ts'
import { proposedFileName } from '../../formats/file-name.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { navigateTo } from '../../navigation/hash-location.ts'
import { useFileNotice } from '../../notices/use-file-notice.tsx'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import { usePermission } from '../../session/use-permission.ts'

interface MapSelectionProps {
  readonly total: number
  readonly selection: ReadonlySet<string>
  /** Number of a proposal of the list. */
  numberOf(submissionId: string): number | undefined
  onSelect(selection: ReadonlySet<string>): void
}

const nothing: ReadonlySet<string> = new Set()

/** How many there are and are selected; what can be done with the selection at once. */
export function MapSelection({ total, selection, numberOf, onSelect }: MapSelectionProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const client = useClient()
  const { process } = useWork()
  const { data: people = [] } = useRead('people.list', {})
  const classify = useChange('map.classifyMany')
  const assign = useChange('submissions.assign')
  const follow = useChange('map.followPoints')
  const done = useDoneNotice()
  const tellFile = useFileNotice()
  const moderate = usePermission('moderate')
  const mayExport = usePermission('export', false)
  const tooMany =
    selection.size > mostListedNumbers
      ? t('map.openSelectionTooMany', { most: number(mostListedNumbers) })
      : undefined
  usePageKeys([
    {
      key: 'escape',
      label: t('map.selectNothing'),
      enabled: selection.size > 0,
      run: () => onSelect(nothing),
    },
  ])
  const submissionIds = [...selection]
  const undoable = { undoable: true }
  const put = (place: { readonly themeId?: string | null; readonly districtId?: string | null }): void =>
    classify.mutate(
      { submissionIds, ...place },
      {
        onSuccess: ({ changed }) =>
          done(t('map.classified', { count: changed, formatted: number(changed) }), undoable),
      },
    )
  const giveTo = (assigneeId: string | null): void =>
    assign.mutate(
      { submissionIds, assigneeId },
      {
        onSuccess: ({ assigned }) =>
          done(t('map.assigned', { count: assigned, formatted: number(assigned) }), undoable),
      },
    )
  const followPoints = (): void =>
    follow.mutate(
      { processId: process.id, submissionIds },
      {
        onSuccess: ({ assigned, cleared }) => {
          const count = assigned.reduce((sum, group) => sum + group.count, cleared)
          if (count === 0) done(t('map.followedNone'))
          else done(t('map.followed', { count, formatted: number(count) }), undoable)
        },
      },
    )
  const openList = (): void => {
    const numbers = submissionIds.flatMap((id) => numberOf(id) ?? [])
    navigateTo(`/submissions?numbers=${writeNumberRanges(numbers)}`)
  }
  const exportFile = async (): Promise<void> => {
    const { path } = await client.application.chooseFile({
      kind: 'save-file',
      title: t('map.export'),
      proposedPath: proposedFileName([process.title, t('map.exportName')], 'xlsx'),
      filters: [
        { name: t('map.exportWorkbook'), extensions: ['xlsx'] },
        { name: t('map.exportGeoJson'), extensions: ['geojson'] },
      ],
    })
    if (path === null) return
    await client.map.exportSelection({ processId: process.id, submissionIds, path })
    tellFile(path)
  }
  const choice = (
    label: string,
    items: readonly { readonly id: string; readonly name: string }[],
    none: string,
    choose: (id: string | null) => void,
  ) => (
    <Menu withinPortal position="top-start">
      <Menu.Target>
        <GuardedButton permission="moderate" variant="subtle" size="compact-xs" px={6}>
          {label}
        </GuardedButton>
      </Menu.Target>
      <Menu.Dropdown mah="22rem" style={{ overflowY: 'auto' }}>
        {items.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => choose(id)}>
            {name}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => choose(null)}>{none}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
  return (
    <>
      <span role="status">
        {t('submissions.results', { count: total, formatted: number(total) })}
        {selection.size > 0 &&
          ` · ${t('submissions.selected', { count: selection.size, formatted: number(selection.size) })}`}
      </span>
      {selection.size > 0 && (
        <>
          {choice(t('map.setDistrict'), process.districts, t('labels.noDistrict'), (districtId) =>
            put({ districtId }),
          )}
          {choice(t('map.setTheme'), process.themes, t('labels.noTheme'), (themeId) => put({ themeId }))}
          {choice(
            t('map.assign'),
            people.filter(({ active }) => active),
            t('map.nobody'),
            giveTo,
          )}
          <Menu withinPortal position="top-start">
            <Menu.Target>
              <Button variant="subtle" size="compact-xs" px={6}>
                {t('map.more')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item disabled={!moderate.allowed} title={moderate.why} onClick={followPoints}>
                {t('map.follow')}
              </Menu.Item>
              <Menu.Item disabled={tooMany !== undefined} title={tooMany} onClick={openList}>
                {t('map.openSelection')}
              </Menu.Item>
              <Menu.Item
                disabled={!mayExport.allowed}
                title={mayExport.why}
                onClick={() => void exportFile().catch((error: unknown) => showError(t, error))}
              >
                {t('map.export')}
              </Menu.Item>
              <Menu.Item onClick={() => onSelect(nothing)}>{t('map.selectNothing')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      )}
    </>
  )
}
