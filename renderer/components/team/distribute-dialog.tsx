import { Alert, Button, Group, Loader, Stack, Table, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { describeError } from '../../api/show-error.tsx'
import { useChange, useRead } from '../../api/use-call.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import { Dialog } from '../dialog.tsx'

/** Who will be given how many of what nobody has taken; then all at once, or nothing. */
export function DistributeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { process } = useWork()
  const done = useDoneNotice()
  const { data: preview } = useRead('team.previewDistribution', { processId: process.id }, { keep: false })
  const { data: settings } = useRead('team.settings', { processId: process.id })
  const distribute = useChange('team.distribute', { inPlace: ['*'] })
  const confirmation = useRef<HTMLButtonElement>(null)
  const loaded = preview !== undefined && settings !== undefined
  useEffect(() => {
    if (loaded) confirmation.current?.focus()
  }, [loaded])
  if (preview === undefined || settings === undefined)
    return (
      <Dialog onClose={onClose} title={t('team.distribute.title')}>
        <Loader size="sm" aria-label={t('common.loading')} />
      </Dialog>
    )
  const given = preview.total - preview.left
  const confirm = (): void =>
    distribute.mutate(
      { processId: process.id, expected: preview.total },
      {
        onSuccess: (outcome) => {
          const count = outcome.total - outcome.left
          done(t('team.distribute.done', { count, formatted: number(count) }), { undoable: true })
          onClose()
        },
      },
    )
  return (
    <Dialog onClose={onClose} size="36rem" title={t('team.distribute.title')}>
      <Stack>
        <Text>
          {preview.total === 0
            ? t('team.distribute.nothing')
            : t('team.distribute.total', { count: preview.total, formatted: number(preview.total) })}
        </Text>
        {settings.rules.length === 0 && <Text>{t('team.distribute.noRules')}</Text>}
        {preview.shares.length > 0 && (
          <Table>
            <Table.Caption className="visually-hidden">{t('team.distribute.caption')}</Table.Caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('team.distribute.person')}</Table.Th>
                {(['before', 'given', 'after'] as const).map((column) => (
                  <Table.Th key={column} scope="col" ta="end">
                    {t(`team.distribute.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {preview.shares.map((share) => (
                <Table.Tr key={share.personId}>
                  <Table.Th scope="row" fw={400}>
                    {share.name}
                  </Table.Th>
                  <Table.Td ta="end">{number(share.openBefore)}</Table.Td>
                  <Table.Td ta="end" fw={650}>
                    {`+${number(share.given)}`}
                  </Table.Td>
                  <Table.Td ta="end">{number(share.openBefore + share.given)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        {preview.left > 0 && settings.rules.length > 0 && (
          <Text c="dimmed">
            {t('team.distribute.left', { count: preview.left, formatted: number(preview.left) })}
          </Text>
        )}
        {distribute.error !== null && (
          <Alert role="alert" color="red">
            {describeError(t, distribute.error)}
          </Alert>
        )}
        <Group>
          {settings.rules.length === 0 ? (
            <Button component={Link} href="/processes/team" onClick={onClose}>
              {t('team.distribute.toSettings')}
            </Button>
          ) : (
            <GuardedButton
              permission="lead-team"
              ref={confirmation}
              blockedBy={given === 0 ? t('errors.nothing-to-distribute') : undefined}
              loading={distribute.isPending}
              onClick={confirm}
            >
              {t('team.distribute.confirm', { count: given, formatted: number(given) })}
            </GuardedButton>
          )}
          <Button variant="subtle" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
