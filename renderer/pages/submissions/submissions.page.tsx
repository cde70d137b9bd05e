import { ActionIcon, Button, Kbd, Text, Tooltip } from '@mantine/core'
import { IconChartBar, IconMap, IconPlus } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { AdmissibilityChecklist } from '../../../shared/domain/moderation/admissibility-checklist.ts'
import type { SubmissionPage, SubmissionRow } from '../../../shared/read-models/submission.ts'
import { describeError } from '../../api/show-error.tsx'
import { useRead } from '../../api/use-call.ts'
import { useRowWindow } from '../../api/use-row-window.ts'
import type { DataTableHandle } from '../../components/data-table.tsx'
import { Page } from '../../components/page.tsx'
import { filterInput, orderInput, writeQuery } from '../../components/queue-query.ts'
import { ProgressDialog } from '../../components/team/progress-dialog.tsx'
import { ThreePanes } from '../../components/three-panes.tsx'
import { useKeepCompared } from '../../components/use-keep-compared.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { useUndo } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { useWork } from '../../session/session.tsx'
import { usePermission } from '../../session/use-permission.ts'
import { type Act, isImmediate, type WrittenAct } from './decision-act.ts'
import { DecisionKeys } from './decision-keys.tsx'
import { DecisionPane } from './decision-pane.tsx'
import { DecisionPanel } from './decision-panel.tsx'
import { DepositForm } from './deposit-form.tsx'
import { LaterPanel } from './later-panel.tsx'
import { MergePicker } from './merge-picker.tsx'
import { ProposalPane } from './proposal-pane.tsx'
import { QueuePane } from './queue-pane.tsx'
import { SavedViews } from './saved-views.tsx'
import { SecondOpinion } from './second-opinion.tsx'
import { useAhead } from './use-ahead.ts'
import {
  type DecisionSubject,
  type SingleSubject,
  useModeration,
  type WrittenDecision,
} from './use-moderation.ts'
import { useQueue } from './use-queue.ts'
import { useViews } from './use-views.ts'
import { ViewStrip } from './view-strip.tsx'

function singleSubject(row: SubmissionRow, checklist: AdmissibilityChecklist): SingleSubject {
  const { id, reference, title, stage, version, authorName, review } = row
  return { kind: 'one', key: id, id, reference, title, stage, version, authorName, review, row, checklist }
}

function takeRows({ rows, total }: SubmissionPage): SubmissionPage {
  return { rows, total }
}

const nothing: ReadonlySet<string> = new Set()

/** The moderation desk: the queue, the proposal, the decision, side by side. */
export function SubmissionsPage() {
  const { t } = useTranslation()
  const { process } = useWork()
  useKeepCompared()
  const queue = useQueue()
  const { query, queryText, currentId, open, selection, select } = queue
  const views = useViews(query)
  const input = useMemo(
    () => ({ ...filterInput(process.id, query), ...orderInput(query) }),
    [process.id, query],
  )
  const rows = useRowWindow('submissions.list', input, takeRows)
  const table = useRef<DataTableHandle>(null)
  const { data: read, error } = useRead(
    'submissions.get',
    currentId === null ? null : { submissionId: currentId },
  )
  // The line that was just reached: it can be decided before its text has come.
  const [line, setLine] = useState<SubmissionRow>()
  const [index, setIndex] = useState(0)
  useAhead(rows, index)
  const here = line !== undefined && line.id === currentId ? line : undefined
  const moderation = useModeration(query)
  const [act, setAct] = useState<Act>()
  const [entering, setEntering] = useState(false)
  const [progressing, setProgressing] = useState(false)
  const [pane, setPane] = useState(0)
  const words = useRef<HTMLElement>(null)
  const moderate = usePermission('moderate')
  const undo = useUndo()

  // A new list begins at its first line; coming back to a list leaves it where it was.
  const shownQuery = useRef(currentId === null ? undefined : queryText)
  const firstRow = rows.rowAt(0)
  useEffect(() => {
    if (shownQuery.current === queryText || firstRow === undefined) return
    const linked = shownQuery.current === undefined && currentId !== null
    shownQuery.current = queryText
    if (!linked) table.current?.moveTo(0)
  }, [queryText, firstRow, currentId])

  const subject = useMemo<DecisionSubject | undefined>(() => {
    if (selection.size > 0) return { kind: 'many', key: 'selection', ids: [...selection] }
    if (read !== undefined && read.id === currentId) return singleSubject(read, read.checklist)
    return here === undefined ? undefined : singleSubject(here, {})
  }, [selection, read, here, currentId])
  // Another submission, another decision; what was being written is kept as a draft.
  const intended = useRef<{ readonly id: string; readonly act: Act }>(undefined)
  useEffect(() => {
    setAct(
      intended.current !== undefined && intended.current.id === currentId ? intended.current.act : undefined,
    )
    intended.current = undefined
  }, [currentId])
  const openAt = (submissionId: string, chosen: Act): void => {
    if (submissionId === currentId) setAct(chosen)
    else {
      intended.current = { id: submissionId, act: chosen }
      open(submissionId)
    }
  }
  const split = (submissionId: string): void => openAt(submissionId, 'split')

  const close = (): void => {
    setAct(undefined)
    moderation.clearRefusal()
  }
  /** The next proposal opens at once; at the end of the list, the one before. */
  const advance = (): void => {
    const here = table.current?.currentIndex ?? -1
    if (here < 0) return
    if (here + 1 < rows.rowCount) table.current?.move(1)
    else if (here > 0) table.current?.move(-1)
  }
  const afterwards = (about: DecisionSubject): void => {
    close()
    if (about.kind === 'many') select(nothing)
    else if (about.id === currentId) advance()
  }
  const confirm = (chosen: WrittenAct, about: DecisionSubject, written?: WrittenDecision): void => {
    if (about.kind === 'many') {
      void moderation.decide(chosen, about, written).then((done) => done && afterwards(about))
      return
    }
    // The next one opens before the answer has come; a refusal, which is rare, brings this one back.
    afterwards(about)
    void moderation.decide(chosen, about, written).then((done) => {
      if (done) return
      if (written === undefined) open(about.id)
      else openAt(about.id, chosen)
    })
  }
  const putOff = (about: DecisionSubject, untilOn: string, note: string, forget: () => void): void => {
    if (about.kind === 'one') afterwards(about)
    void moderation.setAside(about, untilOn, note, forget).then((done) => {
      if (done && about.kind === 'many') afterwards(about)
      else if (!done && about.kind === 'one') openAt(about.id, 'later')
    })
  }
  const begin = (chosen: Act): void => {
    if (subject === undefined) return
    if (subject.kind === 'one' && chosen !== 'later' && isImmediate(chosen, subject.stage))
      confirm(chosen, subject)
    else setAct(chosen)
  }
  usePageKeys([
    { key: 'z', label: t('common.undoLast'), run: undo },
    { key: 'l', label: t('team.progress.key'), run: () => setProgressing(true) },
    {
      key: 'e',
      label: t('submissions.enterTitle'),
      enabled: moderate.allowed,
      run: () => setEntering(true),
    },
  ])
  const writing = act !== undefined && act !== 'merged'
  const single: SingleSubject | undefined = subject?.kind === 'one' ? subject : undefined
  return (
    <Page
      title={t('submissions.title')}
      layout="panes"
      subtitle={<ViewStrip views={views} onChoose={queue.replace} />}
      actions={
        <>
          <SavedViews query={query} views={views} onChoose={queue.replace} />
          <Button
            component={Link}
            href={`/map?${writeQuery({ ...query, sort: undefined }) || 'all'}`}
            variant="default"
            leftSection={<IconMap size={16} aria-hidden />}
          >
            {t('map.showOnMap')}
          </Button>
          <Tooltip label={t('team.progress.open')}>
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={t('team.progress.open')}
              aria-keyshortcuts="l"
              onClick={() => setProgressing(true)}
            >
              <IconChartBar size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <GuardedButton
            permission="moderate"
            variant="default"
            aria-keyshortcuts="e"
            leftSection={<IconPlus size={16} aria-hidden />}
            rightSection={
              <Kbd aria-hidden size="xs">
                E
              </Kbd>
            }
            onClick={() => setEntering(true)}
          >
            {t('submissions.enterOne')}
          </GuardedButton>
        </>
      }
    >
      <ThreePanes
        memoryKey="submissions"
        initialPercents={[30, 30]}
        shown={writing ? 2 : pane}
        onShow={setPane}
        panes={[
          {
            name: t('submissions.pane.queue'),
            content: (
              <QueuePane
                queue={queue}
                rows={rows}
                table={table}
                onCurrent={(row, at) => {
                  setLine(row)
                  setIndex(at)
                  open(row.id)
                }}
                onOpen={() => setPane(1)}
              />
            ),
          },
          {
            name: t('submissions.pane.proposal'),
            content:
              currentId === null || error !== null ? (
                <Text p="md" c="dimmed">
                  {error !== null
                    ? describeError(t, error)
                    : rows.rowCount > 0
                      ? t('submissions.chooseOne')
                      : ''}
                </Text>
              ) : (
                <ProposalPane
                  currentId={currentId}
                  line={here}
                  detail={read}
                  words={words}
                  onOpen={open}
                  onSplit={split}
                />
              ),
          },
          {
            name: t('submissions.pane.decision'),
            content: (
              <DecisionPane
                currentId={error !== null ? null : currentId}
                line={here}
                detail={read}
                writing={writing}
                words={words}
                onOpen={open}
                onSplit={split}
              >
                {act === 'later' && subject !== undefined && (
                  <LaterPanel
                    key={subject.key}
                    subject={subject}
                    pending={moderation.pending}
                    refusal={moderation.refusal}
                    onConfirm={(untilOn, note, forget) => putOff(subject, untilOn, note, forget)}
                    onClose={close}
                  />
                )}
                {act !== undefined && act !== 'merged' && act !== 'later' && subject !== undefined && (
                  <DecisionPanel
                    key={`${act} ${subject.key}`}
                    act={act}
                    subject={subject}
                    pending={moderation.pending}
                    refusal={moderation.refusal}
                    onConfirm={(written) => confirm(act, subject, written)}
                    onClose={close}
                  />
                )}
                {subject !== undefined && (act === undefined || act === 'merged') && (
                  <SecondOpinion
                    subject={subject}
                    resting={act !== undefined}
                    onLeave={() => afterwards(subject)}
                    onReturn={open}
                  >
                    <DecisionKeys
                      subject={subject}
                      resting={act !== undefined}
                      onAct={begin}
                      onDeselect={() => select(nothing)}
                    />
                  </SecondOpinion>
                )}
              </DecisionPane>
            ),
          },
        ]}
      />
      {act === 'merged' && single !== undefined && (
        <MergePicker
          subject={single}
          pending={moderation.pending}
          refusal={moderation.refusal}
          onMerge={(intoId, rationale) =>
            void moderation.merge(single, intoId, rationale).then((done) => done && afterwards(single))
          }
          onClose={close}
        />
      )}
      {progressing && <ProgressDialog onClose={() => setProgressing(false)} />}
      {entering && (
        <DepositForm
          onClose={() => setEntering(false)}
          onCreated={(id) => {
            setEntering(false)
            open(id)
          }}
        />
      )}
    </Page>
  )
}
