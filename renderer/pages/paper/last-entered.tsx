import { ActionIcon, Anchor, Button, Text } from '@mantine/core'
import { IconPencil, IconReceipt, IconReceiptFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { EnteredForms } from '../../../shared/read-models/paper.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { KeyHint } from '../../keys/key-hint.tsx'
import classes from './paper.module.css'

interface LastEnteredProps {
  readonly entered: EnteredForms | undefined
  /** The proposal on the form, when it is one of these. */
  readonly correctedId: string | undefined
  onCorrect(submissionId: string): void
  onReceipt(submissionId: string): void
  onAllReceipts(): void
}

/** What was typed last, with its number: to look again, to correct, to hand out a receipt. */
export function LastEntered(props: LastEnteredProps) {
  const { entered, correctedId, onCorrect, onReceipt, onAllReceipts } = props
  const { t } = useTranslation()
  const { number } = useFormats()
  if (entered === undefined) return null
  if (entered.rows.length === 0) {
    return (
      <Text c="dimmed" p="xs">
        {t('paper.lastEmpty')}
      </Text>
    )
  }
  return (
    <>
      <div className={classes.asideHead}>
        <span role="status">
          {t('paper.lastCount', { count: entered.total, formatted: number(entered.total) })}
        </span>
        {entered.withoutReceipt > 0 && (
          <Button variant="subtle" size="compact-xs" onClick={onAllReceipts}>
            {t('paper.receiptsPending', {
              count: entered.withoutReceipt,
              formatted: number(entered.withoutReceipt),
            })}
          </Button>
        )}
      </div>
      <ol className={classes.entered} aria-label={t('paper.last')}>
        {entered.rows.map((row, index) => (
          <li key={row.submissionId} data-current={row.submissionId === correctedId || undefined}>
            <div className={classes.enteredText}>
              <span className={classes.enteredHead}>
                <Anchor component={Link} href={`/submissions/${row.submissionId}`}>
                  {row.reference}
                </Anchor>
                {row.formNumber !== null && (
                  <span className={classes.quiet}>{t('paper.formOf', { number: row.formNumber })}</span>
                )}
              </span>
              <span dir="auto" className={classes.enteredTitle}>
                {row.title}
              </span>
            </div>
            {index === 0 && <KeyHint name="f2" />}
            <ActionIcon
              variant="subtle"
              aria-label={t('paper.correctOf', { reference: row.reference })}
              onClick={() => onCorrect(row.submissionId)}
            >
              <IconPencil size={16} aria-hidden />
            </ActionIcon>
            {index === 0 && <KeyHint name="f4" />}
            <ActionIcon
              variant="subtle"
              aria-label={t('paper.receiptOf', { reference: row.reference })}
              title={row.receiptAt === null ? undefined : t('paper.receiptMade')}
              onClick={() => onReceipt(row.submissionId)}
            >
              {row.receiptAt === null ? (
                <IconReceipt size={16} aria-hidden />
              ) : (
                <IconReceiptFilled size={16} aria-hidden />
              )}
            </ActionIcon>
          </li>
        ))}
      </ol>
    </>
  )
}
