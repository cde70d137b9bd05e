import { Text } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { stageGroups } from '../../../shared/domain/lifecycle/stage.ts'
import { may } from '../../../shared/domain/people/permissions.ts'
import type { ProcessOverview } from '../../../shared/read-models/dossier.ts'
import type { FinanceFinding } from '../../../shared/read-models/finance.ts'
import { useRead } from '../../api/use-call.ts'
import { useTwoOfficers } from '../../components/team/use-two-officers.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { financeLink, queueLink, studiesLink } from '../../navigation/list-links.ts'
import { useWork } from '../../session/session.tsx'
import classes from './home.module.css'

interface Line {
  readonly key: string
  readonly count: number
  readonly text: string
  readonly detail?: string
  readonly href: string
}

/** Work that this person's roles may do, most personal first. */
export function WaitingList({ overview }: { overview: ProcessOverview }) {
  const { t } = useTranslation()
  const { person, process } = useWork()
  const { data: counts } = useRead('reviews.counts', { processId: process.id })
  const twoOfficers = useTwoOfficers()
  const can = (permission: Parameters<typeof may>[1]): boolean => may(person.roles, permission)
  const line = (key: keyof ProcessOverview & string, count: number, href: string): Line => ({
    key,
    count,
    text: t(`home.${key}`, { count }),
    href,
  })
  const reviews: readonly Line[] = [
    {
      key: 'myReviews',
      count: counts?.forMe ?? 0,
      text: t('team.overview.myReviews', { count: counts?.forMe ?? 0 }),
      href: queueLink({ review: 'for-me' }),
    },
    {
      key: 'disagreements',
      count: counts?.disagreements ?? 0,
      text: t('team.overview.disagreements', { count: counts?.disagreements ?? 0 }),
      href: queueLink({ review: 'disagreed' }),
    },
  ]
  const lines: readonly Line[] = [
    line('assignedToMe', overview.assignedToMe, queueLink({ stages: stageGroups.toModerate, mine: true })),
    ...(can('moderate') ? reviews : []),
    ...(can('moderate')
      ? [
          line(
            'toModerate',
            overview.toModerate,
            queueLink({ stages: ['submitted'], present: true, ...(twoOfficers ? { review: 'none' } : {}) }),
          ),
          line('incomplete', overview.incomplete, queueLink({ stages: ['incomplete'] })),
        ]
      : []),
    ...(can('study') ? [line('toStudy', overview.toStudy, studiesLink({ state: 'to-study' }))] : []),
    ...(can('sign-visa') ? [line('toSign', overview.toSign, financeLink({ toSign: true }))] : []),
  ]
  return <Lines lines={lines} empty={t('home.nothingWaiting')} />
}

/** Past due dates, phases that closed before the work was done, breaches of the money rules. */
export function LateList({ overview }: { overview: ProcessOverview }) {
  const { t } = useTranslation()
  const { process } = useWork()
  const { data: finance } = useRead('finance.summary', { processId: process.id })
  const { data: team } = useRead('team.overview', { processId: process.id })
  const over = (kind: string): string | undefined => {
    const closed = process.phases.find((phase) => phase.kind === kind)?.closesAt
    if (closed === undefined || Date.parse(closed) > Date.now()) return undefined
    const days = Math.floor((Date.now() - Date.parse(closed)) / 86_400_000)
    return t('home.phaseOver', { phase: t(`labels.phase.${kind}`), days })
  }
  const moderationOver = over('admissibility')
  const lines: Line[] = [
    {
      key: 'lateMine',
      count: team?.mine.late ?? 0,
      text: t('team.overview.lateMine', { count: team?.mine.late ?? 0 }),
      href: queueLink({ late: true, mine: true }),
    },
    {
      key: 'lateAll',
      count: team?.late ?? 0,
      text: t('team.overview.lateAll', { count: team?.late ?? 0 }),
      ...(moderationOver === undefined ? {} : { detail: moderationOver }),
      href: queueLink({ late: true }),
    },
    {
      key: 'studiesLate',
      count: overview.studiesLate,
      text: t('home.studiesLate', { count: overview.studiesLate }),
      href: studiesLink({ late: true }),
    },
  ]
  const studyOver = over('study')
  if (studyOver !== undefined) {
    lines.push({
      key: 'studyLate',
      count: overview.toStudy,
      text: t('home.studyLate', { count: overview.toStudy }),
      detail: studyOver,
      href: studiesLink({ state: 'to-study' }),
    })
  }
  for (const [code, count] of countByCode(finance?.findings ?? [])) {
    lines.push({
      key: code,
      count,
      text: t(`home.finding.${code}`, { count }),
      href: financeLink({ tab: 'findings' }),
    })
  }
  return (
    <div className={classes.late}>
      <Lines lines={lines} empty={t('home.nothingLate')} />
    </div>
  )
}

/** Work still to come (a visa, an estimate of running costs) is no lateness: only breaches and voids count. */
const breaches: readonly FinanceFinding['code'][] = [
  'over-cap',
  'visa-void',
  'envelope-exceeded',
  'district-envelope-exceeded',
]

function countByCode(findings: readonly FinanceFinding[]): ReadonlyMap<FinanceFinding['code'], number> {
  const counts = new Map<FinanceFinding['code'], number>()
  for (const { code } of findings) {
    if (breaches.includes(code)) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return counts
}

function Lines({ lines, empty }: { lines: readonly Line[]; empty: ReactNode }) {
  const { number } = useFormats()
  const shown = lines.filter(({ count }) => count > 0)
  if (shown.length === 0) {
    return (
      <Text c="dimmed" mt="xs">
        {empty}
      </Text>
    )
  }
  return (
    <ul className={`${classes.list} ${classes.counted}`}>
      {shown.map(({ key, count, text, detail, href }) => (
        <li key={key}>
          <Link href={href} className={classes.line}>
            <span className={classes.count}>{number(count)}</span>
            <span>
              {text}
              {detail !== undefined && (
                <Text component="span" display="block" size="xs" c="dimmed">
                  {detail}
                </Text>
              )}
            </span>
            <IconChevronRight size={16} aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  )
}
