import { NativeSelect, Table, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  blockingAxes,
  opinionValues,
  type StudyAxis,
  type StudyGrid,
  studyAxes,
  suggestedConclusion,
} from '../../../shared/domain/feasibility/study-axes.ts'
import type { StudyDetail } from '../../../shared/read-models/study.ts'
import { FormRefusal } from '../../components/form-refusal.tsx'
import { OpinionIcon } from './opinion-icon.tsx'
import classes from './studies.module.css'
import { useStudyForm } from './use-study-form.ts'

/** The fourteen axes of a study: an answer and a remark for each, and what they suggest together. */
export function GridTab({ study, locked }: { readonly study: StudyDetail; readonly locked: boolean }) {
  const { t } = useTranslation()
  const form = useStudyForm<{ readonly grid: StudyGrid }>({
    study,
    part: 'grid',
    read: ({ grid }) => ({ grid }),
    save: ({ grid }, { client, latest, key }) =>
      client.studies.saveGrid({
        ...key,
        grid: { ...grid },
        leadDepartment: latest.leadDepartment,
        dueOn: latest.dueOn,
        conditions: latest.conditions,
      }),
  })
  const { grid } = form.values
  const suggestion = suggestedConclusion(grid)
  const answerAxis = (axis: StudyAxis, text: string): void => {
    const answer = opinionValues.find((value) => value === text)
    const { [axis]: before, ...others } = grid
    form.set({ grid: answer === undefined ? others : { ...grid, [axis]: { ...before, answer } } })
  }
  const remark = (axis: StudyAxis, note: string): void => {
    const before = grid[axis]
    if (before !== undefined) form.set({ grid: { ...grid, [axis]: { ...before, note } } })
  }
  return (
    <>
      <FormRefusal form={form} />
      <Table verticalSpacing={4} layout="fixed" className={classes.axes}>
        <Table.Caption className="visually-hidden">{t('studies.gridCaption')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w="11.5rem">
              {t('studies.axis')}
            </Table.Th>
            <Table.Th scope="col" w="9.75rem">
              {t('studies.answer')}
            </Table.Th>
            <Table.Th scope="col">{t('studies.note')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {studyAxes.map((axis) => {
            const name = t(`labels.axis.${axis}`)
            const answered = grid[axis]
            return (
              <Table.Tr key={axis}>
                <Table.Th scope="row" fw={400} className={classes.axisName}>
                  {name}
                  {blockingAxes.includes(axis) && <small> · {t('studies.blocking')}</small>}
                </Table.Th>
                <Table.Td>
                  <NativeSelect
                    size="xs"
                    aria-label={t('studies.answerOf', { axis: name })}
                    leftSection={<OpinionIcon opinion={answered?.answer ?? null} />}
                    disabled={locked}
                    data={[
                      { value: '', label: t('studies.noAnswer') },
                      ...opinionValues.map((value) => ({ value, label: t(`labels.opinion.${value}`) })),
                    ]}
                    value={answered?.answer ?? ''}
                    onChange={(event) => answerAxis(axis, event.currentTarget.value)}
                  />
                </Table.Td>
                <Table.Td>
                  <Textarea
                    autosize
                    minRows={1}
                    maxRows={10}
                    maxLength={5_000}
                    aria-label={t('studies.noteOf', { axis: name })}
                    placeholder={t(`studies.question.${axis}`)}
                    title={answered === undefined && !locked ? t('studies.noteNeedsAnswer') : undefined}
                    readOnly={locked || answered === undefined}
                    value={answered?.note ?? ''}
                    onChange={(event) => remark(axis, event.currentTarget.value)}
                  />
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      <Text mt="sm" role="status">
        {t('studies.answered', { count: Object.keys(grid).length, total: studyAxes.length })}
        {'. '}
        {suggestion === undefined
          ? t('studies.suggestsNothing')
          : t('studies.suggests', { conclusion: t(`labels.conclusion.${suggestion}`).toLowerCase() })}
      </Text>
    </>
  )
}
