import { Button, Kbd, Tabs, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { useRead } from '../../api/use-call.ts'
import { Page } from '../../components/page.tsx'
import { ThreePanes } from '../../components/three-panes.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { useKept } from '../../navigation/use-kept.ts'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import { usePermission } from '../../session/use-permission.ts'
import { BatchList, expectedOf } from './batch-list.tsx'
import { BatchPane } from './batch-pane.tsx'
import { BlankFormPane } from './blank-form-pane.tsx'
import { EntryForm } from './entry-form.tsx'
import { LastEntered } from './last-entered.tsx'
import { NewBatchDialog } from './new-batch-dialog.tsx'
import classes from './paper.module.css'
import { ScanPane } from './scan-pane.tsx'
import { useEntry } from './use-entry.ts'
import { useReceipts } from './use-receipts.ts'

const tabs = ['entry', 'batch', 'forms'] as const
type Tab = (typeof tabs)[number]

/** Paper proposals: batches of numbered forms, the form under the hand, what was typed last or its scan. */
export function PaperPage() {
  const { process } = useWork()
  return <PaperDesk key={process.id} />
}

function PaperDesk() {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { process } = useWork()
  const { objectId } = useParams<{ objectId?: string }>()
  const [, navigate] = useLocation()
  const { data: batches } = useRead('paper.batches', { processId: process.id })
  const [keptId, keepId] = useKept<string | null>(`paper batch ${process.id}`, null)
  const wanted = objectId ?? keptId ?? batches?.find(({ closedAt }) => closedAt === null)?.id
  const current = batches?.find(({ id }) => id === wanted)
  const batchId = current?.id ?? null
  const { data: read } = useRead('paper.batch', batchId === null ? null : { batchId }, { keep: false })
  const batch = batchId === null ? null : read
  const { data: questions } = useRead('paper.questions', { processId: process.id })
  const { data: entered } = useRead('paper.entered', { processId: process.id, batchId })
  const [chosenTab, setTab] = useKept<Tab>('paper tab', 'entry')
  const [side, setSide] = useKept<string>('paper side', 'last')
  const [pane, setPane] = useState(1)
  const [making, setMaking] = useState(false)
  const moderate = usePermission('moderate')
  const form = useRef<HTMLFormElement>(null)
  const tab = batchId === null ? 'entry' : chosenTab

  const open = useCallback(
    (id: string | null) => {
      keepId(id)
      navigate(`/paper/${id ?? 'outside'}`, { replace: true })
    },
    [keepId, navigate],
  )
  const goTo = (field: string): void => {
    setTab('entry')
    setPane(1)
    // The form may be drawn anew first.
    requestAnimationFrame(() => {
      const found = form.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)
      const target = found ?? form.current?.querySelector<HTMLElement>('[data-field="title"]')
      target?.focus()
      target?.scrollIntoView({ block: 'nearest' })
    })
  }
  const ready = batches !== undefined && batch !== undefined && questions !== undefined
  const entry = useEntry({
    batch: batch ?? null,
    questions: questions?.questions ?? [],
    onFresh: goTo,
    onSaved: () => undefined,
    onElsewhere: open,
  })
  const receipts = useReceipts(batchId)
  const newest = entered?.rows[0]
  usePageKeys([
    { key: 'n', label: t('paper.newBatch'), enabled: moderate.allowed, run: () => setMaking(true) },
    {
      key: 'i',
      label: t('paper.key.type'),
      run: () => goTo(batch === null ? 'title' : 'formNumber'),
    },
    { key: 'mod+enter', label: t('paper.key.save'), run: () => void entry?.save(), inFields: true },
    {
      key: 'f2',
      label: t('paper.key.correctLast'),
      enabled: newest !== undefined,
      inFields: true,
      run: () => {
        if (newest !== undefined) void entry?.correct(newest.submissionId)
      },
    },
    {
      key: 'f4',
      label: t('paper.key.receipt'),
      enabled: newest !== undefined,
      inFields: true,
      run: () => {
        if (newest !== undefined) receipts.one(newest.submissionId)
      },
    },
  ])
  const typedNumber = Number(entry?.values.formNumber)
  const formNumber =
    batch != null && typedNumber >= 1 && typedNumber <= batch.totals.printed ? typedNumber : null

  return (
    <Page
      title={t('paper.title')}
      layout="panes"
      subtitle={
        current === undefined
          ? t('paper.outside')
          : `${current.code} · ${t('paper.progressSpoken', {
              count: current.totals.entered,
              entered: number(current.totals.entered),
              expected: number(expectedOf(current)),
            })}`
      }
      actions={
        <GuardedButton
          permission="moderate"
          aria-keyshortcuts="n"
          leftSection={<IconPlus size={16} aria-hidden />}
          rightSection={
            <Kbd aria-hidden size="xs">
              N
            </Kbd>
          }
          onClick={() => setMaking(true)}
        >
          {t('paper.newBatch')}
        </GuardedButton>
      }
    >
      <ThreePanes
        memoryKey="paper"
        initialPercents={[24, 36]}
        shown={pane}
        onShow={setPane}
        panes={[
          {
            name: t('paper.batches'),
            content: (
              <div className={classes.listPane}>
                {batches?.length === 0 && (
                  <div className={classes.empty}>
                    <Text fw={600}>{t('paper.emptyTitle')}</Text>
                    <Text size="sm" c="dimmed">
                      {t('paper.emptyDescription')}
                    </Text>
                    <Button disabled={!moderate.allowed} onClick={() => setMaking(true)}>
                      {t('paper.newBatch')}
                    </Button>
                  </div>
                )}
                {batches !== undefined && <BatchList batches={batches} currentId={batchId} />}
              </div>
            ),
          },
          {
            name: t(`paper.tab.${tab}`),
            content: ready && (
              <Tabs
                className={classes.tabs}
                value={tab}
                onChange={(name) => setTab(tabs.find((each) => each === name) ?? 'entry')}
              >
                {batch !== null && (
                  <Tabs.List>
                    {tabs.map((name) => (
                      <Tabs.Tab key={name} value={name}>
                        {t(`paper.tab.${name}`)}
                      </Tabs.Tab>
                    ))}
                  </Tabs.List>
                )}
                <Tabs.Panel value="entry" className={classes.panel}>
                  {entry !== undefined && (
                    <EntryForm entry={entry} batch={batch} questions={questions.questions} form={form} />
                  )}
                </Tabs.Panel>
                {batch !== null && (
                  <>
                    <Tabs.Panel value="batch" className={classes.panel}>
                      <BatchPane key={batch.id} batch={batch} />
                    </Tabs.Panel>
                    <Tabs.Panel value="forms" className={classes.panel}>
                      {tab === 'forms' && <BlankFormPane key={batch.id} batch={batch} />}
                    </Tabs.Panel>
                  </>
                )}
              </Tabs>
            ),
          },
          {
            name: t(side === 'scan' && batch != null ? 'paper.aside.scan' : 'paper.aside.last'),
            content: (
              <Tabs
                className={classes.tabs}
                value={side === 'scan' && batch != null ? 'scan' : 'last'}
                onChange={(name) => setSide(name ?? 'last')}
              >
                <Tabs.List>
                  <Tabs.Tab value="last">{t('paper.aside.last')}</Tabs.Tab>
                  {batch != null && <Tabs.Tab value="scan">{t('paper.aside.scan')}</Tabs.Tab>}
                </Tabs.List>
                <Tabs.Panel value="last" className={classes.panel}>
                  <LastEntered
                    entered={entered}
                    correctedId={entry?.correction?.submissionId}
                    onCorrect={(id) => void entry?.correct(id)}
                    onReceipt={receipts.one}
                    onAllReceipts={receipts.pending}
                  />
                </Tabs.Panel>
                {batch != null && (
                  <Tabs.Panel value="scan" className={classes.panel}>
                    {side === 'scan' && <ScanPane key={batch.id} batch={batch} formNumber={formNumber} />}
                  </Tabs.Panel>
                )}
              </Tabs>
            ),
          },
        ]}
      />
      {making && <NewBatchDialog onClose={() => setMaking(false)} onCreated={open} />}
    </Page>
  )
}
