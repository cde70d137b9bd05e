import { Tabs, Title } from '@mantine/core'
import { IconBan, IconEqual, IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportOutcome } from '../../../shared/read-models/import-preview.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { ChangeList } from './change-list.tsx'
import classes from './imports.module.css'
import { RejectionList } from './rejection-list.tsx'
import { SampleTable } from './sample-table.tsx'
import type { ImportWork, Inspection } from './use-import.ts'

/** Counts, first rows, rejections and changes of the import to come. */
export function PreviewPanel({ work, inspection }: { work: ImportWork; inspection: Inspection }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const outcome = work.preview.data
  const [chosen, setChosen] = useState<string | null>(null)
  const telling =
    (outcome?.rejected ?? 0) > 0 ? 'rejections' : (outcome?.updated ?? 0) > 0 ? 'changes' : 'sample'
  return (
    <>
      <div className={classes.previewHead}>
        <Title order={2}>{t('imports.preview')}</Title>
        <Counts outcome={outcome} stale={work.preview.stale || work.preview.running} />
      </div>
      <Tabs className={classes.tabs} value={chosen ?? telling} onChange={setChosen} keepMounted={false}>
        <Tabs.List px="md">
          <Tabs.Tab value="sample">{t('imports.tab.sample')}</Tabs.Tab>
          <Tabs.Tab value="rejections">
            {t('imports.tab.rejections', { formatted: number(outcome?.rejected ?? 0) })}
          </Tabs.Tab>
          <Tabs.Tab value="changes">
            {t('imports.tab.changes', { formatted: number(outcome?.updated ?? 0) })}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="sample" className={classes.tabPanel}>
          <SampleTable work={work} inspection={inspection} />
        </Tabs.Panel>
        <Tabs.Panel value="rejections" className={classes.tabPanel}>
          {outcome !== undefined && <RejectionList work={work} outcome={outcome} inspection={inspection} />}
        </Tabs.Panel>
        <Tabs.Panel value="changes" className={classes.tabPanel}>
          {outcome !== undefined && <ChangeList outcome={outcome} />}
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

const looks = [
  ['created', IconPlus],
  ['updated', IconPencil],
  ['unchanged', IconEqual],
  ['rejected', IconBan],
] as const

interface CountsProps {
  readonly outcome: ImportOutcome | undefined
  readonly stale: boolean
  /** Past tense is for what was done: no hints then. */
  readonly done?: boolean
}

/** New, changed, unchanged, rejected. */
export function Counts({ outcome, stale, done = false }: CountsProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  return (
    <dl className={classes.counts} data-stale={stale || undefined} aria-busy={stale}>
      {looks.map(([name, CountIcon]) => (
        <div
          key={name}
          className={classes.count}
          data-count={name}
          data-zero={(outcome?.[name] ?? 0) === 0 || undefined}
        >
          <dt>
            <CountIcon size={16} aria-hidden />
            {t(`imports.count.${name}`)}
          </dt>
          <dd>{outcome === undefined ? '…' : number(outcome[name])}</dd>
          {!done && <dd className={classes.hint}>{t(`imports.countHint.${name}`)}</dd>}
        </div>
      ))}
    </dl>
  )
}
