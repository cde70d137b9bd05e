import { NumberInput, SegmentedControl, Table } from '@mantine/core'
import type { KeyboardEvent } from 'react'
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
  const set = (project: ProjectRow, part: Partial<ResultLine>): void =>
    onChange({ ...lines, [project.id]: { ...lineOf(project, lines), ...part } })
  const goTo = (index: number): void => {
    const field = document.getElementById(votesFieldId(index))
    if (field instanceof HTMLInputElement) {
      field.focus()
      field.select()
    }
  }
  const press = (event: KeyboardEvent, project: ProjectRow, index: number): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const outcome = outcomeKeys[event.key.toLowerCase()]
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (outcome === undefined && step === undefined) return
    event.preventDefault()
    if (outcome !== undefined) set(project, { outcome })
    if (step !== undefined) goTo(index + step)
  }
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
            const line = lineOf(project, lines)
            return (
              <Table.Tr key={project.id}>
                <Table.Td className={classes.amount}>{project.ballotNumber ?? project.number}</Table.Td>
                <Table.Td>{project.title}</Table.Td>
                <Table.Td className={classes.amount}>
                  <Amount value={project.cost} />
                </Table.Td>
                <Table.Td w="6.5rem">
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
                    value={line.votes ?? ''}
                    onChange={(value) => set(project, { votes: typeof value === 'number' ? value : null })}
                    onKeyDown={(event) => press(event, project, index)}
                  />
                </Table.Td>
                <Table.Td>
                  <SegmentedControl
                    aria-label={t('projects.outcomeOf', { title: project.title })}
                    data={outcomes.map((outcome) => ({
                      value: outcome,
                      label: t(`projects.outcomeShort.${outcome}`),
                    }))}
                    value={line.outcome ?? ''}
                    onChange={(value) =>
                      set(project, { outcome: outcomes.find((outcome) => outcome === value) ?? null })
                    }
                  />
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </section>
  )
}
