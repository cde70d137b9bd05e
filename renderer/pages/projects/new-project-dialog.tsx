import { Button, Checkbox, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SubmissionRow } from '../../../shared/read-models/submission.ts'
import { useChange, useRead } from '../../api/use-call.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import classes from './projects.module.css'

/** Proposals shown at once; a search finds the others. */
const shownAtOnce = 200

interface NewProjectDialogProps {
  onClose(): void
  onCreated(projectId: string): void
}

/** Makes one project of one or several feasible proposals; the first one chosen is the lead. */
export function NewProjectDialog({ onClose, onCreated }: NewProjectDialogProps) {
  const { t } = useTranslation()
  const done = useDoneNotice()
  const { process } = useWork()
  const [search, setSearch] = useState('')
  const [words] = useDebouncedValue(search.trim(), 150)
  const [chosen, setChosen] = useState<readonly SubmissionRow[]>([])
  const { data: page } = useRead('submissions.list', {
    processId: process.id,
    stages: ['feasible'],
    limit: shownAtOnce,
    ...(words === '' ? {} : { search: words }),
  })
  const create = useChange('projects.create')
  const toggle = (row: SubmissionRow): void =>
    setChosen(
      chosen.some(({ id }) => id === row.id) ? chosen.filter(({ id }) => id !== row.id) : [...chosen, row],
    )
  const submit = (): void =>
    create.mutate(
      { submissionIds: chosen.map(({ id }) => id) },
      {
        onSuccess: (project) => {
          done(t('projects.createDone', { number: project.number }), { undoable: true })
          onClose()
          onCreated(project.id)
        },
      },
    )
  const lead = chosen[0]
  const empty = page !== undefined && page.total === 0 && words === ''
  const districtName = (id: string | null): string =>
    process.districts.find((each) => each.id === id)?.name ?? ''
  return (
    <Dialog onClose={onClose} size="xl" title={t('projects.createTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (chosen.length > 0) submit()
        }}
      >
        <Stack gap="sm">
          <Text>{t(empty ? 'projects.createNone' : 'projects.createIntroduction')}</Text>
          {!empty && (
            <>
              <TextInput
                data-autofocus
                type="search"
                leftSection={<IconSearch size={16} aria-hidden />}
                aria-label={t('projects.createSearch')}
                placeholder={t('projects.createSearch')}
                value={search}
                onChange={(event) => setSearch(event.currentTarget.value)}
                onKeyDown={(event) => {
                  // Enter in the search is no decision: only the button creates.
                  if (event.key === 'Enter') event.preventDefault()
                }}
              />
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
              <section className={classes.scroll} tabIndex={0} aria-label={t('projects.createTitle')}>
                <Table stickyHeader>
                  <Table.Caption className="visually-hidden">{t('projects.createTitle')}</Table.Caption>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th scope="col">{t('projects.proposal')}</Table.Th>
                      <Table.Th scope="col">{t('projects.proposer')}</Table.Th>
                      <Table.Th scope="col">{t('projects.district')}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {page?.rows.map((row) => (
                      <Table.Tr key={row.id}>
                        <Table.Td>
                          <Checkbox
                            label={`${row.reference} — ${row.title}`}
                            checked={chosen.some(({ id }) => id === row.id)}
                            onChange={() => toggle(row)}
                          />
                        </Table.Td>
                        <Table.Td>{row.authorName ?? t('projects.anonymous')}</Table.Td>
                        <Table.Td>{districtName(row.districtId)}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </section>
              {page !== undefined && page.total > shownAtOnce && (
                <Text c="dimmed">{t('projects.createMore', { shown: shownAtOnce, total: page.total })}</Text>
              )}
              <Text role="status">
                {lead === undefined
                  ? t('projects.createNothingChosen')
                  : `${t('projects.createChosen', { count: chosen.length })}. ${t('projects.createLead', {
                      reference: lead.reference,
                      title: lead.title,
                    })}`}
              </Text>
            </>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t(empty ? 'common.close' : 'common.cancel')}
            </Button>
            {!empty && (
              <GuardedButton
                permission="edit-project"
                type="submit"
                blockedBy={lead === undefined ? t('projects.createNothingChosen') : undefined}
                loading={create.isPending}
              >
                {t('projects.create')}
              </GuardedButton>
            )}
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
