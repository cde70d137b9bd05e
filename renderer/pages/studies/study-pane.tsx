import { Alert, Kbd, Loader, Tabs, Text, Title } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isToStudy } from '../../../shared/domain/feasibility/study-progress.ts'
import { type Stage, stageGroups } from '../../../shared/domain/lifecycle/stage.ts'
import type { StudyDetail, StudyRow } from '../../../shared/read-models/study.ts'
import { describeError } from '../../api/show-error.tsx'
import { useRead } from '../../api/use-call.ts'
import { StageBadge } from '../../components/stage-badge.tsx'
import { VisaBadge } from '../../components/visa-badge.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { useRemembered } from '../../preferences/preferences.tsx'
import { usePermission } from '../../session/use-permission.ts'
import { ConclusionTab } from './conclusion-tab.tsx'
import { CostsTab } from './costs/costs-tab.tsx'
import { GridTab } from './grid-tab.tsx'
import { ProposalTab } from './proposal-tab.tsx'
import { ServicesTab } from './services-tab.tsx'
import classes from './studies.module.css'
import { StudyActs } from './study-acts.tsx'
import { useConclusionChoice } from './use-conclusion-choice.ts'

const tabs = [
  ['proposal', 'p'],
  ['grid', 'g'],
  ['services', 'a'],
  ['costs', 'c'],
  ['conclusion', 'f'],
] as const
type TabName = (typeof tabs)[number][0]

/** The part of the study that is on screen; the others are there, empty, for their tabs to name. */
export const currentPanel = '[role="tabpanel"][data-current]'

interface StudyPaneProps {
  readonly row: StudyRow
  onLeave(): void
}

/** One proposal with its study: what was written, the five parts of the study, what can be done next. */
export function StudyPane({ row, onLeave }: StudyPaneProps) {
  const { t } = useTranslation()
  const pane = useRef<HTMLElement>(null)
  const [remembered, remember] = useRemembered('studies:tab', 'proposal')
  const study = useRead('studies.get', row.studyId === null ? null : { studyId: row.studyId }, {
    keep: false,
  })
  const submission = useRead('submissions.get', { submissionId: row.submissionId }, { keep: false })
  const permission = usePermission('study')
  const choice = useConclusionChoice(row.studyId)
  const opened = row.studyId === null ? null : (study.data ?? null)
  const tab: TabName =
    row.studyId === null ? 'proposal' : (tabs.find(([name]) => name === remembered)?.[0] ?? 'proposal')
  const settled = (stageGroups.onBallot as readonly Stage[]).includes(row.stage)
  const blockedBy = settled ? t('studies.settled') : undefined
  const locked = settled || !permission.allowed

  const wanted = useRef<string>(undefined)
  // The part that was just opened is on screen only after the render.
  useEffect(() => {
    if (wanted.current === undefined) return
    const target = pane.current?.querySelector<HTMLElement>(wanted.current)
    if (target == null) return
    target.focus()
    wanted.current = undefined
  })
  const openTab = (name: TabName): void => {
    if (row.studyId === null) return
    remember(name)
    wanted.current = currentPanel
  }
  usePageKeys([
    ...tabs.map(([name, key]) => ({
      key,
      label: t('studies.openTab', { name: t(`studies.tab.${name}`) }),
      run: () => openTab(name),
      enabled: row.studyId !== null,
    })),
    { key: 'l', label: t('studies.backToList'), run: onLeave },
  ])
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const field = event.target
    if (event.key !== 'Escape' || event.defaultPrevented || !(field instanceof HTMLElement)) return
    if (!field.matches('input, textarea, select') || field.getAttribute('aria-expanded') === 'true') return
    // Out of the field, so that single keys work again, but not out of the study.
    event.preventDefault()
    pane.current?.querySelector<HTMLElement>(currentPanel)?.focus()
  }
  const failure = study.error ?? submission.error
  if (failure !== null)
    return (
      <Alert m="md" color="red" role="alert">
        {describeError(t, failure)}
      </Alert>
    )
  return (
    <section
      ref={pane}
      className={classes.pane}
      aria-label={t('studies.detail', { reference: row.reference })}
      onKeyDown={press}
    >
      <StudyHead row={row} study={opened} />
      {settled && (
        <Alert mx="md" mb="xs" py={6} icon={<IconLock aria-hidden />} role="status">
          {blockedBy}
        </Alert>
      )}
      {!settled && !permission.allowed && (
        <Text px="md" pb="xs" size="sm" c="dimmed">
          {permission.why}
        </Text>
      )}
      <Tabs className={classes.tabs} value={tab} onChange={(name) => remember(name ?? 'proposal')}>
        <Tabs.List px="xs" aria-label={t('studies.sections')}>
          {tabs.map(([name, key]) => (
            <Tabs.Tab
              key={name}
              value={name}
              disabled={row.studyId === null && name !== 'proposal'}
              title={row.studyId === null && name !== 'proposal' ? t('studies.startFirst') : undefined}
              rightSection={
                <Kbd size="xs" aria-hidden>
                  {key.toUpperCase()}
                </Kbd>
              }
            >
              {t(`studies.tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(([name]) => (
          <Tabs.Panel
            key={name}
            value={name}
            tabIndex={-1}
            className={classes.panel}
            mod={{ current: name === tab }}
          >
            {name === 'proposal' && submission.data && <ProposalTab submission={submission.data} />}
            {name !== 'proposal' && opened === null && <Loader size="sm" aria-label={t('common.loading')} />}
            {opened !== null && name === 'grid' && <GridTab study={opened} locked={locked} />}
            {opened !== null && name === 'services' && (
              <ServicesTab study={opened} locked={locked} blockedBy={blockedBy} />
            )}
            {opened !== null && name === 'costs' && <CostsTab study={opened} locked={locked} />}
            {opened !== null && name === 'conclusion' && (
              <ConclusionTab study={opened} locked={locked} blockedBy={blockedBy} choice={choice} />
            )}
          </Tabs.Panel>
        ))}
      </Tabs>
      <StudyActs
        submissionId={row.submissionId}
        reference={row.reference}
        study={opened}
        blockedBy={blockedBy}
        onConclude={(conclusion) => {
          choice.choose(conclusion)
          remember('conclusion')
          wanted.current = '#motivated-answer'
        }}
      />
    </section>
  )
}

function StudyHead({ row, study }: { readonly row: StudyRow; readonly study: StudyDetail | null }) {
  const { t } = useTranslation()
  const { amount, day } = useFormats()
  return (
    <header className={classes.head}>
      <Title order={2}>
        <span className={classes.reference}>{row.reference}</span> {row.title}
      </Title>
      <div className={classes.meta}>
        <StageBadge stage={study?.submission.stage ?? row.stage} />
        {row.leadDepartment !== null && <span>{row.leadDepartment}</span>}
        {row.dueOn !== null && isToStudy(row) && (
          <span>
            {t('studies.column.dueOn')} {day(row.dueOn)}
          </span>
        )}
        {row.amountInclVat !== null && (
          <span>{t('studies.inclVat', { amount: amount(row.amountInclVat) })}</span>
        )}
        {study !== null && study.visaState !== 'none' && <VisaBadge state={study.visaState} />}
      </div>
    </header>
  )
}
