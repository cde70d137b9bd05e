import { Alert, Button, Checkbox, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { fold } from '../../../shared/domain/text/fold.ts'
import { describeError } from '../../api/show-error.tsx'
import { useChange, useRead } from '../../api/use-call.ts'
import { Amount } from '../../components/amount.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { VisaBadge } from '../../components/visa-badge.tsx'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import { previewBallot } from './preview-ballot.ts'
import classes from './projects.module.css'

/** Settles the list: shows the numbers that will be given and what blocks; the one act here that is not undone. */
export function FreezeDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const done = useDoneNotice()
  const { process } = useWork()
  const { data: projects = [] } = useRead('projects.list', { processId: process.id })
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [word, setWord] = useState('')
  const freeze = useChange('projects.freeze', { inPlace: ['*'] })
  const lines = previewBallot(projects, process.districts, leftOut)
  const kept = lines.filter(({ ballotNumber }) => ballotNumber !== null)
  const blocked = kept.filter(({ project }) => project.visaState !== 'granted')
  const missing =
    kept.length === 0
      ? t('projects.freezeNothing')
      : blocked.length > 0
        ? t('projects.freezeBlocked', { count: blocked.length })
        : fold(word).trim() === fold(t('projects.freezeWord')).trim()
          ? undefined
          : t('projects.freezeConfirmMissing')
  const toggle = (id: string): void => {
    const next = new Set(leftOut)
    if (!next.delete(id)) next.add(id)
    setLeftOut(next)
  }
  const submit = (): void =>
    freeze.mutate(
      { processId: process.id, projectIds: kept.map(({ project }) => project.id) },
      {
        onSuccess: () => {
          done(t('projects.freezeDone', { count: kept.length }))
          onClose()
        },
      },
    )
  return (
    <Dialog onClose={onClose} size="xl" title={t('projects.freezeTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (missing === undefined) submit()
        }}
      >
        <Stack gap="sm">
          <Text>{t(lines.length === 0 ? 'projects.freezeNone' : 'projects.freezeIntroduction')}</Text>
          {lines.length > 0 && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
            <section className={classes.scroll} tabIndex={0} aria-label={t('projects.freezeTitle')}>
              <Table stickyHeader>
                <Table.Caption className="visually-hidden">{t('projects.freezeTitle')}</Table.Caption>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col" className={classes.amount}>
                      {t('projects.freezeNumber')}
                    </Table.Th>
                    <Table.Th scope="col">{t('projects.column.title')}</Table.Th>
                    <Table.Th scope="col">{t('projects.district')}</Table.Th>
                    <Table.Th scope="col">{t('projects.visa')}</Table.Th>
                    <Table.Th scope="col" className={classes.amount}>
                      {t('projects.column.cost')}
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {lines.map(({ project, ballotNumber, districtName }) => (
                    <Table.Tr key={project.id} className={ballotNumber === null ? classes.left : undefined}>
                      <Table.Td className={classes.amount}>
                        {ballotNumber ?? t('projects.freezeLeftOut')}
                      </Table.Td>
                      <Table.Td>
                        <Checkbox
                          aria-label={t('projects.freezeInclude', { title: project.title })}
                          label={project.title}
                          checked={ballotNumber !== null}
                          onChange={() => toggle(project.id)}
                        />
                      </Table.Td>
                      <Table.Td>{districtName ?? t('labels.noDistrict')}</Table.Td>
                      <Table.Td>
                        <VisaBadge state={project.visaState} />
                      </Table.Td>
                      <Table.Td className={classes.amount}>
                        <Amount value={project.cost} />
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </section>
          )}
          {blocked.length > 0 && (
            <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
              <Text mb="xs">{t('projects.freezeBlocked', { count: blocked.length })}</Text>
              <Group gap="xs">
                <Button
                  variant="default"
                  onClick={() =>
                    setLeftOut(new Set([...leftOut, ...blocked.map(({ project }) => project.id)]))
                  }
                >
                  {t('projects.freezeLeaveBlocked')}
                </Button>
                <Button component={Link} href="/finance" variant="default">
                  {t('projects.freezeGoToFinance')}
                </Button>
              </Group>
            </Alert>
          )}
          {lines.length > 0 && (
            <TextInput
              data-autofocus
              maw="24rem"
              label={t('projects.freezeConfirm')}
              autoComplete="off"
              value={word}
              onChange={(event) => setWord(event.currentTarget.value)}
            />
          )}
          {freeze.error !== null && (
            <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden />}>
              {describeError(t, freeze.error)}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t(lines.length === 0 ? 'common.close' : 'common.cancel')}
            </Button>
            {lines.length > 0 && (
              <GuardedButton
                permission="freeze-projects"
                type="submit"
                color="red"
                blockedBy={missing}
                loading={freeze.isPending}
              >
                {t('projects.freezeAct', { count: kept.length })}
              </GuardedButton>
            )}
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
