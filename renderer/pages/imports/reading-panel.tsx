import { Button, Group, NumberInput, Select, SimpleGrid, Title } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localesOf } from '../../../shared/domain/imports/column-locales.ts'
import { importTargets } from '../../../shared/domain/imports/import-target.ts'
import { type ReadingChoices, textEncodings } from '../../../shared/domain/imports/raw-table.ts'
import { useFormats } from '../../formats/use-formats.ts'
import classes from './imports.module.css'
import type { ImportWork, Inspection } from './use-import.ts'

const separators = [';', ',', '\t', '|'] as const

/** What was found in the file, each point to be corrected where it was guessed wrong. */
export function ReadingPanel({ work }: { work: ImportWork }) {
  const { t } = useTranslation()
  const { bytes, number } = useFormats()
  const { plan, inspection, preview } = work
  const fileName = inspection?.fileName ?? plan.path.split(/[\\/]/).at(-1) ?? plan.path
  const rows = preview.data?.rows
  return (
    <section className={classes.panel} aria-labelledby="import-found">
      <Title order={2} id="import-found">
        {t('imports.found')}
      </Title>
      <dl className={classes.facts}>
        <dt>{t('imports.file')}</dt>
        <dd>{fileName}</dd>
        {inspection !== undefined && (
          <>
            <dt>{t('imports.format')}</dt>
            <dd>
              <FormatName format={inspection.format} />, {bytes(inspection.bytes)}
            </dd>
            <dt>{t('imports.rowsAndColumns')}</dt>
            <dd>
              {rows !== undefined && <>{t('imports.rowCount', { count: rows, formatted: number(rows) })}, </>}
              {t('imports.columnCount', { count: inspection.columns.length })}
            </dd>
          </>
        )}
      </dl>
      {inspection !== undefined && <Choices work={work} inspection={inspection} />}
      {inspection !== undefined && <Notices work={work} inspection={inspection} />}
    </section>
  )
}

function FormatName({ format }: { format: string }) {
  const { t } = useTranslation()
  const [outer = '', inner] = format.split('/')
  const name = (id: string): string => t(`imports.formatName.${id}`, { defaultValue: id.toUpperCase() })
  return inner === undefined ? name(outer) : t('imports.inArchive', { format: name(inner) })
}

/** The choices that make sense for this format. */
function Choices({ work, inspection }: { work: ImportWork; inspection: Inspection }) {
  const { t } = useTranslation()
  const { plan, change } = work
  const locales = localesOf(inspection.columns)
  const choose = (part: ReadingChoices): void => {
    // Other columns: what was said about the old ones falls.
    change({ choices: { ...plan.choices, ...part }, mapping: undefined, target: undefined })
  }
  const overridden =
    plan.target !== undefined ||
    plan.locale !== undefined ||
    Object.values(plan.choices).some((value) => value !== undefined)
  const disabled = plan.committing !== undefined
  return (
    <>
      <Select
        label={t('imports.target')}
        description={t('imports.targetHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        allowDeselect={false}
        disabled={disabled}
        data={importTargets.map((target) => ({ value: target, label: t(`imports.targetName.${target}`) }))}
        value={work.target}
        onChange={(value) => change({ target: importTargets.find((target) => target === value) })}
      />
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        {inspection.sheets.length > 1 && (
          <Select
            label={t(inspection.format.startsWith('zip') ? 'imports.entry' : 'imports.sheet')}
            allowDeselect={false}
            disabled={disabled}
            data={[...new Set(inspection.sheets)]}
            value={plan.choices.sheet ?? inspection.sheet}
            onChange={(sheet) => choose({ sheet: sheet ?? undefined, headerLine: undefined })}
          />
        )}
        {inspection.separator !== null && (
          <>
            <Select
              label={t('imports.encoding')}
              allowDeselect={false}
              disabled={disabled}
              data={textEncodings.map((encoding) => ({
                value: encoding,
                label: t(`imports.encodingName.${encoding}`),
              }))}
              value={plan.choices.encoding ?? inspection.encoding}
              onChange={(value) => choose({ encoding: textEncodings.find((encoding) => encoding === value) })}
            />
            <Select
              label={t('imports.separator')}
              allowDeselect={false}
              disabled={disabled}
              data={separators.map((separator) => ({
                value: separator,
                label: t(`imports.separatorName.${separator}`),
              }))}
              value={plan.choices.separator ?? inspection.separator}
              onChange={(value) => choose({ separator: separators.find((separator) => separator === value) })}
            />
          </>
        )}
        {inspection.headerLine > 0 && (
          <HeaderLine
            line={plan.choices.headerLine ?? inspection.headerLine}
            disabled={disabled}
            onChange={(headerLine) => choose({ headerLine })}
          />
        )}
        {work.target !== 'table' && locales.length > 1 && (
          <Select
            label={t('imports.locale')}
            allowDeselect={false}
            disabled={disabled}
            data={[...locales]}
            value={plan.locale ?? inspection.locale ?? locales[0] ?? null}
            onChange={(locale) => change({ locale: locale ?? undefined })}
          />
        )}
      </SimpleGrid>
      {overridden && (
        <Group>
          <Button
            variant="subtle"
            size="compact-xs"
            disabled={disabled}
            onClick={() => change({ choices: {}, target: undefined, locale: undefined, mapping: undefined })}
          >
            {t('imports.backToDetected')}
          </Button>
        </Group>
      )}
    </>
  )
}

interface HeaderLineProps {
  readonly line: number
  readonly disabled: boolean
  onChange(line: number): void
}

/** Takes effect when typing rests: reading a large file again at each key would be in the way. */
function HeaderLine({ line, disabled, onChange }: HeaderLineProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<number | string>(line)
  const wanted = typeof typed === 'number' && Number.isInteger(typed) && typed >= 1 ? typed : line
  useEffect(() => setTyped(line), [line])
  useEffect(() => {
    if (wanted === line) return
    const timer = setTimeout(() => onChange(wanted), 500)
    return () => clearTimeout(timer)
  }, [wanted, line, onChange])
  return (
    <NumberInput
      label={t('imports.headerLine')}
      min={1}
      allowDecimal={false}
      disabled={disabled}
      value={typed}
      onChange={setTyped}
    />
  )
}

/** What the reader put right or left out, said once. */
function Notices({ work, inspection }: { work: ImportWork; inspection: Inspection }) {
  const { t } = useTranslation()
  const all = [...inspection.notices, ...(work.preview.data?.notices ?? [])]
  const notices = [...new Map(all.map((notice) => [notice.code, notice])).values()]
  if (notices.length === 0) return null
  return (
    <ul className={classes.notices}>
      {notices.map(({ code, parameters }) => (
        <li key={code}>
          <IconInfoCircle size={16} aria-hidden />
          <span>
            {t(`imports.notices.${code}`, {
              ...parameters,
              defaultValue: t('imports.notices.other', { code }),
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}
