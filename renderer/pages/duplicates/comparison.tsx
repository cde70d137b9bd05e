import { Button, Kbd, Loader, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayJoin, mayLead } from '../../../shared/domain/families/grouping.ts'
import type { ComparedProposal, ProposalComparison } from '../../../shared/read-models/family.ts'
import { describeError } from '../../api/show-error.tsx'
import { useRead } from '../../api/use-call.ts'
import { useLikeness, useSupportWords } from '../../components/use-likeness.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { usePermission } from '../../session/use-permission.ts'
import { ComparedSide } from './compared-side.tsx'
import classes from './duplicates.module.css'
import type { PairRow } from './pair-row.ts'
import type { PairActs } from './use-pair-acts.ts'
import { markCommon, markDifferences } from './word-marks.ts'

interface ComparisonProps {
  readonly pair: PairRow
  readonly acts: PairActs
  /** Goes on to the next pair. */
  onNext(): void
}

/** Two proposals side by side, what to do with them above. */
export function Comparison({ pair, acts, onNext }: ComparisonProps) {
  const { t } = useTranslation()
  const { data, error } = useRead(
    'families.compare',
    { oneId: pair.one.id, otherId: pair.other.id },
    { keep: false },
  )
  if (error !== null)
    return (
      <Text p="md" c="dimmed">
        {describeError(t, error)}
      </Text>
    )
  if (data === undefined) return <Loader m="md" size="sm" aria-label={t('common.loading')} />
  return <Compared comparison={data} acts={acts} onNext={onNext} />
}

interface ComparedProps {
  readonly comparison: ProposalComparison
  readonly acts: PairActs
  onNext(): void
}

function Compared({ comparison, acts, onNext }: ComparedProps) {
  const { t } = useTranslation()
  const { shortDay } = useFormats()
  const likeness = useLikeness()
  const supportWords = useSupportWords()
  const moderate = usePermission('moderate')
  const { left, right, notDuplicate, supports } = comparison
  const edited = comparison.likeness?.kind === 'near-duplicate'
  const [turned, setTurned] = useState(false)
  const differences = edited !== turned
  const marks = useMemo(() => {
    const mark = differences ? markDifferences : markCommon
    return { title: mark(left.title, right.title), body: mark(left.bodyText, right.bodyText) }
  }, [left, right, differences])
  const blockOf = (lead: ComparedProposal, member: ComparedProposal): string | undefined => {
    if (comparison.sameFamily) return t('families.sameFamily')
    if (left.processId !== right.processId) return t('families.otherProcess')
    const head = lead.lead ?? lead
    const joining = member.lead ?? member
    if (!mayLead(head.stage))
      return t('families.cannotLead', { reference: head.reference, stage: t(`labels.stage.${head.stage}`) })
    if (!mayJoin(joining.stage))
      return t('families.cannotJoin', {
        reference: joining.reference,
        stage: t(`labels.stage.${joining.stage}`),
      })
    return undefined
  }
  const judge = (): void =>
    notDuplicate === null ? acts.markDifferent(left, right) : acts.unmarkDifferent(left, right)
  const list = [
    {
      key: 'g',
      label: t('families.groupUnderLeft'),
      shown: t('families.groupUnder', { reference: (left.lead ?? left).reference }),
      blockedBy: blockOf(left, right),
      run: () => acts.group(left.lead ?? left, right),
    },
    {
      key: 'd',
      label: t('families.groupUnderRight'),
      shown: t('families.groupUnder', { reference: (right.lead ?? right).reference }),
      blockedBy: blockOf(right, left),
      run: () => acts.group(right.lead ?? right, left),
    },
    {
      key: 'n',
      label: t(notDuplicate === null ? 'families.notDuplicate' : 'families.maybeDuplicate'),
      shown: t(notDuplicate === null ? 'families.notDuplicate' : 'families.maybeDuplicate'),
      blockedBy: undefined,
      run: judge,
    },
  ]
  const turnLabel = t(differences ? 'families.marksCommon' : 'families.marksDifferences')
  usePageKeys([
    ...list.map(({ key, label, blockedBy, run }) => ({
      key,
      label,
      enabled: moderate.allowed && blockedBy === undefined,
      run,
    })),
    { key: 'm', label: turnLabel, run: () => setTurned(!turned) },
  ])
  return (
    <section className={classes.pane} aria-label={t('families.comparison')}>
      <div className={classes.acts} role="toolbar" aria-label={t('families.acts')}>
        {list.map(({ key, shown, blockedBy, run }) => (
          <GuardedButton
            key={key}
            permission="moderate"
            blockedBy={blockedBy}
            variant="default"
            size="compact-sm"
            aria-keyshortcuts={key}
            rightSection={
              <Kbd aria-hidden size="xs">
                {key.toUpperCase()}
              </Kbd>
            }
            onClick={run}
          >
            {shown}
          </GuardedButton>
        ))}
        <Button
          variant="subtle"
          size="compact-sm"
          aria-keyshortcuts="j"
          rightSection={
            <Kbd aria-hidden size="xs">
              J
            </Kbd>
          }
          onClick={onNext}
        >
          {t('families.next')}
        </Button>
      </div>
      <div className={classes.likeness}>
        <h2>{likeness(comparison.likeness)}</h2>
        <Button
          variant="subtle"
          size="compact-xs"
          aria-keyshortcuts="m"
          rightSection={
            <Kbd aria-hidden size="xs">
              M
            </Kbd>
          }
          onClick={() => setTurned(!turned)}
        >
          {turnLabel}
        </Button>
      </div>
      {notDuplicate !== null && (
        <p className={classes.notice}>
          {t(notDuplicate.reason === '' ? 'families.judgedBy' : 'families.judgedBecause', {
            name: notDuplicate.decidedByName,
            date: shortDay(notDuplicate.decidedAt),
            reason: notDuplicate.reason,
          })}
        </p>
      )}
      <p className={classes.notice}>
        {t(differences ? 'families.legendDifferences' : 'families.legendCommon')}{' '}
        {supports.atMost > 0 && t('families.together', { supports: supportWords(supports) })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section className={classes.sides} tabIndex={0} aria-label={t('families.sideBySide')}>
        <ComparedSide
          proposal={left}
          against={right}
          title={marks.title.left}
          body={marks.body.left}
          kind={differences ? 'left' : 'common'}
        />
        <ComparedSide
          proposal={right}
          against={left}
          title={marks.title.right}
          body={marks.body.right}
          kind={differences ? 'right' : 'common'}
        />
      </section>
    </section>
  )
}
