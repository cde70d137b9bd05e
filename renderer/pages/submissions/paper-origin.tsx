import { Anchor, Button, Group } from '@mantine/core'
import { IconReceipt } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useRead } from '../../api/use-call.ts'
import { useTask } from '../../api/use-task.ts'
import { usePermission } from '../../session/use-permission.ts'
import type { DeskSectionProps } from './desk-section.ts'
import classes from './detail.module.css'

/** The batch and the form of a proposal that came on paper, and its receipt. */
export function PaperOrigin({ detail }: DeskSectionProps) {
  const { t } = useTranslation()
  const { allowed } = usePermission('moderate')
  // What came online has no form: nothing is asked.
  const onPaper = detail.channel !== 'online'
  const { data } = useRead('paper.origin', onPaper ? { submissionId: detail.id } : null, { keep: false })
  const receipt = useTask('paper.openReceipts', t('paper.receiptsTask'))
  if (!onPaper) return null
  const line =
    data === undefined || data === null
      ? undefined
      : t('paper.originLine', { code: data.code, number: data.formNumber, event: data.eventName })
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{t('paper.origin')}</dt>
        <dd>
          <Group gap="xs">
            {line !== undefined &&
              (allowed ? (
                <Anchor component={Link} href={`/paper/${data?.batchId}`}>
                  {line}
                </Anchor>
              ) : (
                <span>{line}</span>
              ))}
            {allowed && (
              <Button
                variant="subtle"
                size="compact-xs"
                leftSection={<IconReceipt size={14} aria-hidden />}
                loading={receipt.running}
                onClick={() => void receipt.start({ submissionIds: [detail.id], language: 'fr' })}
              >
                {t('paper.makeReceipt')}
              </Button>
            )}
          </Group>
        </dd>
      </div>
    </dl>
  )
}
