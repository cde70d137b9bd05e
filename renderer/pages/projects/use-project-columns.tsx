import { IconPhoto } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProjectRow } from '../../../shared/read-models/project.ts'
import { Amount } from '../../components/amount.tsx'
import type { DataColumn } from '../../components/data-column.ts'
import { StageBadge } from '../../components/stage-badge.tsx'
import { VisaBadge } from '../../components/visa-badge.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useWork } from '../../session/session.tsx'
import classes from './projects.module.css'

/** Columns of the list of projects. */
export function useProjectColumns(): readonly DataColumn<ProjectRow>[] {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { process } = useWork()
  return useMemo(() => {
    const districts = new Map(process.districts.map(({ id, name }) => [id, name]))
    const themes = new Map(process.themes.map(({ id, name }) => [id, name]))
    const head = (id: string) => ({ id, header: t(`projects.column.${id}`) })
    return [
      { ...head('number'), width: 56, align: 'end', sortKey: 'number', render: (row) => row.number },
      {
        ...head('title'),
        width: 160,
        grow: true,
        fixed: true,
        sortKey: 'title',
        render: (row) => row.title,
      },
      {
        ...head('ballotNumber'),
        width: 64,
        align: 'end',
        sortKey: 'ballotNumber',
        hidden: true,
        render: (row) => row.ballotNumber ?? '',
      },
      {
        // Before the vote what counts is the visa, from the vote on the stage.
        ...head('state'),
        width: 132,
        render: (row) =>
          row.stage === 'awaiting-visa' ? (
            <VisaBadge state={row.visaState} />
          ) : (
            <StageBadge stage={row.stage} />
          ),
      },
      {
        ...head('visa'),
        width: 120,
        hidden: true,
        render: (row) => <VisaBadge state={row.visaState} />,
      },
      {
        ...head('cost'),
        width: 112,
        align: 'end',
        sortKey: 'cost',
        render: (row) => <Amount value={row.cost} />,
      },
      {
        ...head('district'),
        width: 120,
        hidden: true,
        render: (row) => (row.districtId === null ? '' : districts.get(row.districtId)),
      },
      {
        ...head('theme'),
        width: 120,
        hidden: true,
        render: (row) => (row.themeId === null ? '' : themes.get(row.themeId)),
      },
      {
        ...head('votes'),
        width: 72,
        align: 'end',
        sortKey: 'votes',
        hidden: true,
        render: (row) => (row.votes === null ? '' : number(row.votes)),
      },
      {
        ...head('picture'),
        width: 84,
        render: (row) =>
          row.hasPicture ? (
            <span className={classes.picture}>
              <IconPhoto size={16} aria-hidden />
              <span className="visually-hidden">{t('projects.hasPicture')}</span>
            </span>
          ) : null,
      },
    ]
  }, [t, number, process])
}
