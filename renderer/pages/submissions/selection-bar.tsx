import { Button, Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../api/parvis.tsx'
import { showError } from '../../api/show-error.tsx'
import { useChange, useRead } from '../../api/use-call.ts'
import { filterInput, type QueueQuery } from '../../components/queue-query.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useProcessId } from '../../session/session.tsx'

interface SelectionBarProps {
  readonly query: QueueQuery
  /** How many match in all. */
  readonly total: number
  readonly selection: ReadonlySet<string>
  onSelect(selection: ReadonlySet<string>): void
}

const nothing: ReadonlySet<string> = new Set()

/** How many there are and how many are selected; select all that match, give them to somebody. */
export function SelectionBar({ query, total, selection, onSelect }: SelectionBarProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const client = useClient()
  const processId = useProcessId()
  const { data: people = [] } = useRead('people.list', {})
  const assign = useChange('submissions.assign')
  const done = useDoneNotice()
  const selectAll = (): void => {
    client.submissions.matchingIds(filterInput(processId, query)).then(
      (ids) => onSelect(new Set(ids)),
      (error: unknown) => showError(t, error),
    )
  }
  usePageKeys([
    { key: 'mod+a', label: t('submissions.key.selectAll'), enabled: total > 0, run: selectAll },
    {
      key: 'escape',
      label: t('submissions.deselect'),
      enabled: selection.size > 0,
      run: () => onSelect(nothing),
    },
  ])
  const giveTo = (assigneeId: string | null): void =>
    assign.mutate(
      { submissionIds: [...selection], assigneeId },
      {
        onSuccess: ({ assigned }) =>
          done(t('submissions.assignedMany', { count: assigned, formatted: number(assigned) }), {
            undoable: true,
          }),
      },
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
          {selection.size < total && (
            <Button variant="subtle" size="compact-xs" onClick={selectAll}>
              {t('submissions.selectAll', { count: total, formatted: number(total) })}
            </Button>
          )}
          <Menu withinPortal position="top-start">
            <Menu.Target>
              <GuardedButton permission="moderate" variant="subtle" size="compact-xs">
                {t('submissions.assignTo')}
              </GuardedButton>
            </Menu.Target>
            <Menu.Dropdown>
              {people
                .filter(({ active }) => active)
                .map(({ id, name }) => (
                  <Menu.Item key={id} onClick={() => giveTo(id)}>
                    {name}
                  </Menu.Item>
                ))}
              <Menu.Item onClick={() => giveTo(null)}>{t('submissions.nobody')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      )}
    </>
  )
}
