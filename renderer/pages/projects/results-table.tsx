import { NumberInput, SegmentedControl, Table } from '@mantine/core'
import { type KeyboardEvent, memo, useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProjectRow } from '../../../shared/read-models/project.ts'
import { Amount } from '../../components/amount.tsx'
import classes from './projects.module.css'
import { lineOf, type Outcome, outcomes, type ResultLine, type ResultLines } from './results-draft.ts'

interface ResultsTableProps {
  readonly projects: readonly ProjectRow[]
  readonly lines: ResultLines
  onChange(lines: ResultLines): void
}

/** Letters that give the outcome while the cursor is in a votes field, where no letter could be a number. */
const outcomeKeys: Readonly<Record<string, Outcome>> = { l: 'winner', c: 'reserve', n: 'not-selected' }

function votesFieldId(index: number): string {
  return `votes-${index}`
}

/** Votes and outcome, project by project, in the order of the ballot. */
export function ResultsTable({ projects, lines, onChange }: ResultsTableProps) {
  const { t } = useTranslation()
  const latest = useRef({ lines, onChange })
  latest.current = { lines, onChange }
  const set = useCallback((project: ProjectRow, part: Partial<ResultLine>): void => {
    const { lines: typed, onChange: change } = latest.current
    change({ ...typed, [project.id]: { ...lineOf(project, typed), ...part } })
  }, [])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={t('projects.resultsTitle')}>
      <Table stickyHeader>
        <Table.Caption className="visually-hidden">{t('projects.resultsTitle')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" className={classes.amount}>
              {t('projects.column.number')}
            </Table.Th>
            <Table.Th scope="col">{t('projects.column.title')}</Table.Th>
            <Table.Th scope="col" className={classes.amount}>
              {t('projects.column.cost')}
            </Table.Th>
            <Table.Th scope="col">{t('projects.votes')}</Table.Th>
            <Table.Th scope="col">{t('projects.outcome')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {projects.map((project, index) => {
            const { votes, outcome } = lineOf(project, lines)
            return (
              <ResultRow
                key={project.id}
                project={project}
                index={index}
                votes={votes}
                outcome={outcome}
                onSet={set}
              />
            )
          })}
        </Table.Tbody>
      </Table>
    </section>
  )
}

interface ResultRowProps extends ResultLine {
  readonly project: ProjectRow
  readonly index: number
  onSet(project: ProjectRow, part: Partial<ResultLine>): void
}

/** Drawn anew only when its own line changes: a ballot may hold hundreds. */
const ResultRow = memo(function ResultRow({ project, index, votes, outcome, onSet }: ResultRowProps) {
  const { t } = useTranslation()
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const given = outcomeKeys[event.key.toLowerCase()]
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (given === undefined && step === undefined) return
    event.preventDefault()
    if (given !== undefined) onSet(project, { outcome: given })
    if (step !== undefined) goTo(index + step)
  }
  return (
    <Table.Tr>
      <Table.Td className={classes.amount}>{project.ballotNumber ?? project.number}</Table.Td>
      <Table.Td>{project.title}</Table.Td>
      <Table.Td className={classes.amount}>
        <Amount value={project.cost} />
      </Table.Td>
      <Table.Td w="6.5rem" miw="6.5rem">
        <NumberInput
          id={votesFieldId(index)}
          aria-label={t('projects.votesOf', { title: project.title })}
          min={0}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          withKeyboardEvents={false}
          thousandSeparator=" "
          styles={{ input: { textAlign: 'end' } }}
          value={votes ?? ''}
          onChange={(value) => onSet(project, { votes: typeof value === 'number' ? value : null })}
          onKeyDown={press}
        />
      </Table.Td>
      <Table.Td>
        <SegmentedControl
          aria-label={t('projects.outcomeOf', { title: project.title })}
          data={outcomes.map((each) => ({ value: each, label: t(`projects.outcomeShort.${each}`) }))}
          value={outcome ?? ''}
          onChange={(value) => onSet(project, { outcome: outcomes.find((each) => each === value) ?? null })}
        />
      </Table.Td>
    </Table.Tr>
  )
})

function goTo(index: number): void {
  const field = document.getElementById(votesFieldId(index))
  if (!(field instanceof HTMLInputElement)) return
  field.focus()
  field.select()
}
