import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ComparedProposal } from '../../../shared/read-models/family.ts'
import { StageBadge } from '../../components/stage-badge.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { useWork } from '../../session/session.tsx'
import classes from './duplicates.module.css'
import type { MarkedPart } from './word-marks.ts'

/** What is marked: words of this side only, left or right, or words of both. */
export type MarkKind = 'left' | 'right' | 'common'

function Marked({ parts, kind }: { readonly parts: readonly MarkedPart[]; readonly kind: MarkKind }) {
  return parts.map(({ text, marked }, index) => {
    // A part has no name of its own: its place is what it is.
    const key = `${index}`
    if (!marked) return <span key={key}>{text}</span>
    if (kind === 'common')
      return (
        <mark key={key} className={classes.common}>
          {text}
        </mark>
      )
    return kind === 'left' ? (
      <del key={key} className={classes.only}>
        {text}
      </del>
    ) : (
      <ins key={key} className={classes.only}>
        {text}
      </ins>
    )
  })
}

interface ComparedSideProps {
  readonly proposal: ComparedProposal
  readonly against: ComparedProposal
  readonly title: readonly MarkedPart[]
  readonly body: readonly MarkedPart[]
  readonly kind: MarkKind
}

/** One of two proposals; what both share of place, theme and author stands out. */
export function ComparedSide({ proposal, against, title, body, kind }: ComparedSideProps) {
  const { t } = useTranslation()
  const { number, shortDay } = useFormats()
  const { process } = useWork()
  const theme = process.themes.find(({ id }) => id === proposal.themeId)?.name
  const district = process.districts.find(({ id }) => id === proposal.districtId)?.name
  const count = (value: number): string | null => (value === 0 ? null : number(value))
  const facts = [
    ['author', proposal.authorName, proposal.authorName === against.authorName],
    ['submittedAt', shortDay(proposal.submittedAt), false],
    ['theme', theme, proposal.themeId === against.themeId],
    ['district', district, proposal.districtId === against.districtId],
    ['address', proposal.address, proposal.address === against.address],
    ['supports', count(proposal.supportsCount), false],
    ['comments', count(proposal.commentsCount), false],
    ['attachments', count(proposal.attachmentsCount), false],
    ['lead', proposal.lead === null ? null : `${proposal.lead.reference} ${proposal.lead.title}`, false],
  ] as const
  return (
    <article className={classes.side} aria-label={`${proposal.reference} ${proposal.title}`}>
      <div className={classes.head}>
        <Link href={`/submissions/${proposal.id}`}>{proposal.reference}</Link>
        <StageBadge stage={proposal.stage} />
      </div>
      <h3 className={classes.title} dir="auto">
        <Marked parts={title} kind={kind} />
      </h3>
      <dl className={classes.facts}>
        {facts.map(([name, value, equal]) =>
          value == null || value === '' ? null : (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{t(`families.fact.${name}`)}</dt>
              <dd dir="auto" data-equal={equal || undefined}>
                {value}
              </dd>
            </div>
          ),
        )}
      </dl>
      <p className={classes.body} dir="auto">
        <Marked parts={body} kind={kind} />
      </p>
    </article>
  )
}
