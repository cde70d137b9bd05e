import { Alert, Anchor, Loader, NumberInput, SegmentedControl, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { type Language, languages } from '../../../shared/messages/translator.ts'
import type { PaperBatchDetail } from '../../../shared/read-models/paper.ts'
import { describeError } from '../../api/show-error.tsx'
import { useTask } from '../../api/use-task.ts'
import { useTaskRead } from '../../api/use-task-read.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { GuardedButton } from '../../session/guarded-button.tsx'
import classes from './paper.module.css'
import { usePaperFile } from './use-paper-file.ts'

/** The reader of PDFs is large: it is loaded with the first preview. */
const PdfPreview = lazy(async () => ({
  default: (await import('../../components/pdf-preview.tsx')).PdfPreview,
}))

/** The blank form of a batch: how it looks, and its numbered copies in one file. */
export function BlankFormPane({ batch }: { readonly batch: PaperBatchDetail }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { printed } = batch.totals
  const [language, setLanguage] = useState<Language>('fr')
  const [first, setFirst] = useState<number | string>(1)
  const [last, setLast] = useState<number | string>(printed)
  const preview = useTaskRead('paper.previewForms', { batchId: batch.id, language }, t('paper.forms.task'))
  const write = useTask('paper.writeForms', t('paper.forms.task'))
  const save = usePaperFile()
  const fits =
    typeof first === 'number' && typeof last === 'number' && first >= 1 && first <= last && last <= printed
  const range = (label: string, value: number | string, change: (value: number | string) => void) => (
    <NumberInput
      label={label}
      w="6rem"
      min={1}
      max={printed}
      hideControls
      allowDecimal={false}
      allowNegative={false}
      value={value}
      error={!fits}
      onChange={change}
    />
  )
  return (
    <div className={classes.blank}>
      <div className={classes.blankBar}>
        {range(t('paper.forms.first'), first, setFirst)}
        {range(t('paper.forms.last'), last, setLast)}
        <SegmentedControl
          aria-label={t('paper.forms.language')}
          data={languages.map((name) => ({ value: name, label: t(`common.languageName.${name}`) }))}
          value={language}
          onChange={(value) => setLanguage(languages.find((name) => name === value) ?? 'fr')}
        />
        <GuardedButton
          permission="moderate"
          loading={write.running}
          leftSection={<IconPrinter size={16} aria-hidden />}
          blockedBy={fits ? undefined : t('paper.forms.rangeInvalid', { count: printed })}
          onClick={() => {
            if (!fits) return
            void save(t('paper.forms.file', { code: batch.code }), (path) =>
              write.start({ batchId: batch.id, first, last, path, language }),
            )
          }}
        >
          {t('paper.forms.print')}
        </GuardedButton>
      </div>
      <Text size="sm" c="dimmed" px="md">
        {fits &&
          `${t('paper.forms.sheets', { count: last - first + 1, formatted: number(last - first + 1) })}. `}
        {t('paper.forms.hint')}{' '}
        <Anchor component={Link} href="/processes/questions" inherit underline="always">
          {t('paper.forms.questions')}
        </Anchor>
      </Text>
      <div className={classes.blankPage}>
        {preview.error !== null && (
          <Alert role="alert" color="red" m="md">
            {describeError(t, preview.error)}
          </Alert>
        )}
        {preview.data === undefined && preview.error === null && (
          <Loader m="md" size="sm" aria-label={t('common.loading')} />
        )}
        {preview.data !== undefined && (
          <Suspense fallback={<Loader m="md" size="sm" aria-label={t('common.loading')} />}>
            <PdfPreview bytes={preview.data.bytes} label={t('paper.forms.preview')} />
          </Suspense>
        )}
      </div>
    </div>
  )
}
