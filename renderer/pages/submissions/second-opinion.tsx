import { Text, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconUsers } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stageAfter } from '../../../shared/domain/moderation/verdict.ts'
import { may } from '../../../shared/domain/people/permissions.ts'
import type { ProposedDecision } from '../../../shared/read-models/team.ts'
import { useRead } from '../../api/use-call.ts'
import { StageBadge } from '../../components/stage-badge.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useWork } from '../../session/session.tsx'
import { DisagreementForm } from './disagreement-form.tsx'
import { OpinionKeys } from './opinion-keys.tsx'
import classes from './second-opinion.module.css'
import type { DecisionSubject, SingleSubject } from './use-moderation.ts'
import { type SecondOpinionActs, useSecondOpinion } from './use-second-opinion.ts'

interface ActProps {
  /** While something else is asked, the keys rest. */
  readonly resting: boolean
  /** The next proposal opens before the answer has come; a refusal, which is rare, brings this one back. */
  onLeave(): void
  onReturn(submissionId: string): void
}

interface SingleProps extends ActProps {
  readonly subject: SingleSubject
}

interface SecondOpinionProps extends ActProps {
  readonly subject: DecisionSubject
  /** The keys of a first decision: for what nobody proposed a decision on, or only oneself. */
  readonly children: ReactNode
}

/** A decision that another officer proposed, with one key to agree and one to say why not; else the first decision. */
export function SecondOpinion({ subject, children, ...rest }: SecondOpinionProps) {
  return subject.kind === 'many' ? (
    <>
      {children}
      <ConfirmMany ids={subject.ids} {...rest} />
    </>
  ) : subject.review === null ? (
    children
  ) : (
    <OnProposal subject={subject} {...rest}>
      {children}
    </OnProposal>
  )
}

/** Agreeing with all that is proposed among the selection; what does not fit is left, and told. */
function ConfirmMany({ ids, resting, onLeave }: { ids: readonly string[] } & ActProps) {
  const { t } = useTranslation()
  const { process } = useWork()
  const { data: settings } = useRead('team.settings', { processId: process.id })
  const acts = useSecondOpinion('')
  if (settings === undefined || settings.secondOpinion === 'none') return null
  const confirm = {
    key: 'y',
    label: t('team.review.confirmMany'),
    run: () => void acts.confirmMany(ids).then((done) => done && onLeave()),
  }
  return <OpinionKeys acts={[confirm]} resting={resting} authorName={null} own={false} />
}

function OnProposal({ subject, children, ...rest }: SingleProps & { readonly children: ReactNode }) {
  const { data, isPlaceholderData } = useRead('reviews.of', { submissionId: subject.id })
  const { person } = useWork()
  const open = isPlaceholderData
    ? undefined
    : data?.find(({ state }) => state === 'waiting' || state === 'disagreed')
  if (open === undefined) return null
  return (
    <>
      <OpenProposal key={open.id} proposal={open} subject={subject} {...rest} />
      {open.proposedById === person.id && open.state === 'waiting' && children}
    </>
  )
}

interface OpenProposalProps extends SingleProps {
  readonly proposal: ProposedDecision
}

function OpenProposal({ proposal, subject, resting, onLeave, onReturn }: OpenProposalProps) {
  const { t } = useTranslation()
  const { person } = useWork()
  const acts = useSecondOpinion(subject.reference)
  const [disagreeing, setDisagreeing] = useState(false)
  const [reason, setReason] = useState('')
  const mine = proposal.proposedById === person.id
  const disagreed = proposal.state === 'disagreed'
  const dissenting = disagreed && proposal.secondById === person.id
  const settles = disagreed && !mine && !dissenting && may(person.roles, 'lead-team')
  const leaving = (work: (acts: SecondOpinionActs) => Promise<boolean>) => (): void => {
    onLeave()
    void work(acts).then((done) => done || onReturn(subject.id))
  }
  const withdraw = { label: t('team.review.withdraw'), run: () => void acts.withdraw(proposal) }
  const confirm = (label: string) => ({
    key: 'y',
    label,
    run: leaving(({ confirm }) => confirm(proposal)),
  })
  const offered = mine
    ? [withdraw]
    : settles
      ? [
          {
            key: 'y',
            label: t('team.review.keep'),
            run: leaving(({ settle }) => settle(proposal, true, reason)),
          },
          {
            key: 'u',
            label: t('team.review.setAside'),
            run: () => void acts.settle(proposal, false, reason),
          },
        ]
      : dissenting
        ? [confirm(t('team.review.comeRound'))]
        : disagreed
          ? []
          : [
              confirm(t('team.review.confirm')),
              { key: 'u', label: t('team.review.disagree'), run: () => setDisagreeing(true) },
            ]
  return (
    <section className={classes.proposal} aria-label={t('team.review.section')}>
      <ProposalText proposal={proposal} mine={mine} />
      {settles && (
        <TextInput
          mt="xs"
          mx="sm"
          label={t('team.review.reasonOptional')}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {disagreeing ? (
        <DisagreementForm
          proposalId={proposal.id}
          onClose={() => setDisagreeing(false)}
          onConfirm={(motive, forget) => {
            setDisagreeing(false)
            onLeave()
            void acts.disagree(proposal, motive).then((done) => (done ? forget() : onReturn(subject.id)))
          }}
        />
      ) : (
        <OpinionKeys acts={offered} resting={resting} authorName={subject.authorName} own={mine} />
      )}
    </section>
  )
}

/** Who proposes what, with the reasons and the answer as the proposer will read them, and what was said against. */
function ProposalText({ proposal, mine }: { proposal: ProposedDecision; mine: boolean }) {
  const { t } = useTranslation()
  const { shortInstant } = useFormats()
  const disagreed = proposal.state === 'disagreed'
  return (
    <div className={classes.text}>
      <div className={classes.head}>
        {disagreed ? (
          <IconAlertTriangle size={16} color="var(--parvis-danger)" aria-hidden />
        ) : (
          <IconUsers size={16} aria-hidden />
        )}
        <strong>{t(disagreed ? 'team.review.disagreed' : 'team.review.waiting')}</strong>
      </div>
      <div className={classes.verdict}>
        <StageBadge stage={stageAfter(proposal.verdict)} />
        <Text size="xs" c="dimmed">
          {proposal.proposedByName}, {shortInstant(proposal.proposedAt)}
        </Text>
      </div>
      {proposal.reasons.length > 0 && (
        <Text>
          {t('submissions.reasonsGiven', {
            reasons: proposal.reasons.map((reason) => t(`labels.reason.${reason}`)).join(', '),
          })}
        </Text>
      )}
      {proposal.redirectedTo !== null && (
        <Text>{t('submissions.redirectedGiven', { to: proposal.redirectedTo })}</Text>
      )}
      {proposal.rationale !== '' && (
        <Text className={classes.answer} dir="auto">
          {proposal.rationale}
        </Text>
      )}
      {disagreed && (
        <>
          <Text fw={600}>{t('team.review.disagreedBy', { name: proposal.secondByName })}</Text>
          <Text className={classes.answer} dir="auto">
            {proposal.motive}
          </Text>
        </>
      )}
      <Text size="xs" c="dimmed">
        {t(
          disagreed ? 'team.review.disagreedLine' : mine ? 'team.review.mineLine' : 'team.review.waitingLine',
        )}
      </Text>
    </div>
  )
}
