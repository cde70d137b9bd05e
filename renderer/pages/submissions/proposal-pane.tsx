import { Loader } from '@mantine/core'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SubmissionDetail } from '../../../shared/read-models/submission.ts'
import { CitizenWords } from './citizen-words.tsx'
import classes from './desk.module.css'
import type { DeskSectionProps } from './desk-section.ts'
import { DeskSections } from './desk-sections.tsx'
import { proposalSections } from './proposal-sections.ts'

interface ProposalPaneProps extends Omit<DeskSectionProps, 'detail'> {
  /** Undefined until the first one has come. */
  readonly detail: SubmissionDetail | undefined
}

/** The middle pane: the citizen's words first, then what belongs to them. Each proposal begins at its top. */
export function ProposalPane({ detail, ...desk }: ProposalPaneProps) {
  const { t } = useTranslation()
  const article = useRef<HTMLElement>(null)
  const id = detail?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: another proposal, another text
  useLayoutEffect(() => {
    article.current?.scrollTo(0, 0)
  }, [id])
  if (detail === undefined) return <Loader m="md" size="sm" aria-label={t('common.loading')} />
  return (
    <article ref={article} className={classes.proposal} aria-label={`${detail.reference} ${detail.title}`}>
      <CitizenWords detail={detail} words={desk.words} />
      <DeskSections sections={proposalSections} detail={detail} {...desk} />
    </article>
  )
}
