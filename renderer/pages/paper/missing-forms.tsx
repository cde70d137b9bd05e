import { Button, Select, Text, TextInput, Title } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  readRuns,
  type SetAsideState,
  setAsideStates,
  writeRuns,
} from '../../../shared/domain/paper/form-register.ts'
import type { PaperBatchDetail } from '../../../shared/read-models/paper.ts'
import { useChange } from '../../api/use-call.ts'
import { useDraft } from '../../components/drafts.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import classes from './paper.module.css'

interface Noted {
  readonly numbers: string
  readonly state: SetAsideState
  readonly reason: string
}

/** Numbers that are missing, what becomes of them, and those that were set aside already. */
export function MissingForms({ batch }: { readonly batch: PaperBatchDetail }) {
  const { t } = useTranslation()
  const aside = batch.forms.filter(({ state }) => state !== 'entered')
  return (
    <section aria-labelledby="paper-missing">
      <Title order={2} id="paper-missing" className={classes.sectionTitle}>
        {t('paper.batch.missing')}
      </Title>
      {batch.missing.length === 0 ? (
        <Text className={classes.complete}>
          <IconCircleCheck size={16} aria-hidden /> {t('paper.batch.missingNone')}
        </Text>
      ) : (
        <>
          <p className={classes.missing}>{writeRuns(batch.missing)}</p>
          {batch.closedAt === null && <SetAside key={batch.id} batch={batch} />}
        </>
      )}
      {aside.length > 0 && <AsideList batch={batch} />}
    </section>
  )
}

function SetAside({ batch }: { readonly batch: PaperBatchDetail }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const done = useDoneNotice()
  const change = useChange('paper.setAside')
  const [draft, keep] = useDraft<Noted>(`paper aside ${batch.id}`)
  const noted = draft ?? { numbers: '', state: 'not-returned', reason: '' }
  const set = (part: Partial<Noted>): void => keep({ ...noted, ...part })
  const [tried, setTried] = useState(false)
  const numbers = readRuns(noted.numbers)
  const missing = new Set(batch.missing)
  const numbersFit = numbers !== undefined && numbers.length > 0 && numbers.every((each) => missing.has(each))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!numbersFit || noted.reason.trim() === '') return
    change.mutate(
      { batchId: batch.id, numbers: [...numbers], state: noted.state, reason: noted.reason },
      {
        onSuccess: () => {
          keep(undefined)
          setTried(false)
          done(t('paper.batch.setAsideDone', { count: numbers.length, formatted: number(numbers.length) }), {
            undoable: true,
          })
        },
      },
    )
  }
  return (
    <form className={classes.setAside} onSubmit={submit} noValidate>
      <TextInput
        label={t('paper.batch.chooseNumbers')}
        placeholder={t('paper.batch.numbersHint')}
        value={noted.numbers}
        error={tried && !numbersFit ? t('paper.batch.numbersInvalid') : undefined}
        onChange={(event) => set({ numbers: event.currentTarget.value })}
        maxLength={300}
        w="13rem"
      />
      <Select
        label={t('paper.batch.becameOf')}
        allowDeselect={false}
        data={setAsideStates.map((state) => ({ value: state, label: t(`paper.state.${state}`) }))}
        value={noted.state}
        onChange={(value) =>
          set({ state: setAsideStates.find((state) => state === value) ?? 'not-returned' })
        }
        w="9rem"
      />
      <TextInput
        className={classes.grow}
        label={t('paper.batch.reason')}
        maxLength={300}
        value={noted.reason}
        error={tried && noted.reason.trim() === '' ? t('paper.batch.reasonMissing') : undefined}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
      <GuardedButton permission="moderate" type="submit" variant="default" loading={change.isPending}>
        {t('paper.batch.setAside')}
      </GuardedButton>
    </form>
  )
}

function AsideList({ batch }: { readonly batch: PaperBatchDetail }) {
  const { t } = useTranslation()
  const done = useDoneNotice()
  const change = useChange('paper.takeBack')
  const groups = Map.groupBy(
    batch.forms.filter(({ state }) => state !== 'entered'),
    ({ state, reason }) => `${state} ${reason}`,
  )
  return (
    <ul className={classes.aside} aria-label={t('paper.batch.asideList')}>
      {[...groups].map(([key, forms]) => {
        const numbers = forms.map(({ number }) => number)
        const [first] = forms
        return (
          <li key={key}>
            <span className={classes.asideNumbers}>{writeRuns(numbers)}</span>
            <span>{first !== undefined && t(`paper.state.${first.state}`)}</span>
            <span className={classes.quiet} dir="auto">
              {first?.reason}
            </span>
            {batch.closedAt === null && (
              <Button
                variant="subtle"
                size="compact-xs"
                aria-label={t('paper.batch.takeBackOf', { number: writeRuns(numbers) })}
                onClick={() =>
                  change.mutate(
                    { batchId: batch.id, numbers },
                    { onSuccess: () => done(t('paper.batch.takeBack'), { undoable: true }) },
                  )
                }
              >
                {t('paper.batch.takeBack')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
