import { Alert, Button, Loader, Text, Title } from '@mantine/core'
import { IconAddressBook, IconAlertTriangle, IconPencil } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { LetterDetail } from '../../../shared/read-models/letter.ts'
import { describeError } from '../../api/show-error.tsx'
import { useRead } from '../../api/use-call.ts'
import { useTaskRead } from '../../api/use-task-read.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { KeyHint } from '../../keys/key-hint.tsx'
import { usePageKeys } from '../../keys/keys.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { usePermission } from '../../session/use-permission.ts'
import { ContactDialog } from './contact-dialog.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { MadeActs } from './letter-acts.tsx'
import type { LetterKey } from './letter-filter.ts'
import classes from './letters.module.css'
import { MarkDialog } from './mark-dialog.tsx'

/** The reader of PDFs is large: it is loaded with the first preview. */
const PdfPreview = lazy(async () => ({
  default: (await import('../../components/pdf-preview.tsx')).PdfPreview,
}))

/** One letter: whose, how it goes, and its pages as they will be printed. */
export function LetterPane({ letterKey }: { readonly letterKey: LetterKey }) {
  const { t } = useTranslation()
  const { data, error } = useRead('letters.get', letterKey)
  const here = data !== undefined && data.submissionId === letterKey.submissionId ? data : undefined
  const [open, setOpen] = useState<'edit' | 'contact' | 'mark'>()
  const moderate = usePermission('moderate', false)
  const owed = here !== undefined && here.producedAt === null
  usePageKeys([
    {
      key: 'e',
      label: t('letters.key.edit'),
      enabled: owed && moderate.allowed,
      run: () => setOpen('edit'),
    },
    {
      key: 'c',
      label: t('letters.key.contact'),
      enabled: here !== undefined && moderate.allowed,
      run: () => setOpen('contact'),
    },
  ])
  if (error !== null)
    return (
      <Text p="md" c="dimmed">
        {describeError(t, error)}
      </Text>
    )
  if (here === undefined) return <Loader m="md" size="sm" role="img" aria-label={t('common.loading')} />
  const close = (): void => setOpen(undefined)
  return (
    <article
      className={classes.letter}
      aria-label={t('letters.ofReference', {
        kind: t(`letters.kind.${here.kind}`),
        reference: here.reference,
      })}
    >
      <Head letter={here} onOpen={setOpen} />
      <Sheet letter={here} letterKey={letterKey} />
      {open === 'edit' && <EditDialog letter={here} onClose={close} />}
      {open === 'contact' && <ContactDialog letter={here} onClose={close} />}
      {open === 'mark' && here.letterId !== null && (
        <MarkDialog letterIds={[here.letterId]} onClose={close} onMarked={() => undefined} />
      )}
    </article>
  )
}

interface HeadProps {
  readonly letter: LetterDetail
  onOpen(dialog: 'edit' | 'contact' | 'mark'): void
}

function Head({ letter, onOpen }: HeadProps) {
  const { t } = useTranslation()
  const { day, instantDay } = useFormats()
  const owed = letter.producedAt === null
  return (
    <header className={classes.head}>
      <div className={classes.about}>
        <Text c="dimmed">
          <Link href={`/submissions/${letter.submissionId}`}>{letter.reference}</Link>
          {' · '}
          {t(`letters.kind.${letter.kind}`)}
          {' · '}
          {letter.templateNumber === 0
            ? t('letters.madeOfBrought')
            : t('letters.madeOf', { number: letter.templateNumber })}
          {letter.drafted && ` · ${t('letters.drafted')}`}
        </Text>
        <Title order={2} size="h4" dir="auto">
          {letter.title}
        </Title>
        {letter.producedAt !== null && (
          <Text c="dimmed">
            {t('letters.writtenBy', {
              day: instantDay(letter.producedAt),
              name: letter.producedByName ?? '',
            })}
            {' · '}
            {letter.sentOn === null
              ? t('letters.notSent')
              : t('letters.sentBy', { day: day(letter.sentOn), name: letter.sentByName ?? '' })}
          </Text>
        )}
      </div>
      <address className={classes.recipient} aria-label={t('letters.recipient')}>
        <p dir="auto">{letter.recipientName}</p>
        {letter.recipientAddress !== '' && <p dir="auto">{letter.recipientAddress}</p>}
        {letter.recipientEmail !== '' && <p>{letter.recipientEmail}</p>}
        {owed && letter.channel === null && (
          <p className={classes.missing}>
            <IconAlertTriangle size={14} aria-hidden /> {t('letters.notReachable')}
          </p>
        )}
      </address>
      <div className={classes.acts}>
        {owed ? (
          <>
            {letter.channel === null && (
              <GuardedButton
                permission="moderate"
                size="compact-sm"
                leftSection={<IconAddressBook size={16} aria-hidden />}
                rightSection={<KeyHint name="c" />}
                onClick={() => onOpen('contact')}
              >
                {t('letters.enterContact')}
              </GuardedButton>
            )}
            <GuardedButton
              permission="moderate"
              variant="default"
              size="compact-sm"
              leftSection={<IconPencil size={16} aria-hidden />}
              rightSection={<KeyHint name="e" />}
              onClick={() => onOpen('edit')}
            >
              {t('letters.edit')}
            </GuardedButton>
            {letter.channel !== null && (
              <GuardedButton
                permission="moderate"
                variant="subtle"
                size="compact-sm"
                rightSection={<KeyHint name="c" />}
                onClick={() => onOpen('contact')}
              >
                {t('letters.editContact')}
              </GuardedButton>
            )}
          </>
        ) : (
          letter.letterId !== null && (
            <MadeActs
              letterIds={[letter.letterId]}
              sent={letter.sentOn !== null}
              onMark={() => onOpen('mark')}
              onDone={() => undefined}
            />
          )
        )}
      </div>
    </header>
  )
}

/** The pages. They are set anew whenever the words, the address or the letterhead change. */
function Sheet({ letter, letterKey }: { readonly letter: LetterDetail; readonly letterKey: LetterKey }) {
  const { t } = useTranslation()
  const read = useTaskRead('letters.preview', letterKey, t('letters.previewing'))
  const { data, error, stale } = read
  return (
    <div className={classes.sheet}>
      {error !== null ? (
        <Alert role="alert" m="md" color="red" icon={<IconAlertTriangle aria-hidden />}>
          {describeError(t, error)}
          <Button mt="xs" variant="default" onClick={read.again}>
            {t('reports.previewAgain')}
          </Button>
        </Alert>
      ) : data === undefined || stale ? (
        <div className={classes.waiting}>
          <Loader size="sm" aria-hidden />
          <Text role="status">{t('letters.previewing')}</Text>
        </div>
      ) : (
        <Suspense fallback={<Loader m="md" size="sm" role="img" aria-label={t('common.loading')} />}>
          <PdfPreview bytes={data.bytes} label={t('letters.previewOf', { reference: letter.reference })} />
        </Suspense>
      )}
    </div>
  )
}
