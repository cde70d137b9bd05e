import { Loader } from '@mantine/core'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SubmissionDetail, SubmissionRow } from '../../../shared/read-models/submission.ts'
import { CitizenWords } from './citizen-words.tsx'
import classes from './desk.module.css'
import type { DeskSectionProps } from './desk-section.ts'
import { DeskSections } from './desk-sections.tsx'
import { proposalSections } from './proposal-sections.ts'

interface ProposalPaneProps extends Omit<DeskSectionProps, 'detail'> {
  readonly currentId: string
  /** What its line in the list says: enough to begin with while the whole is on its way. */
  readonly line: SubmissionRow | undefined
  /** The last submission that was read; another one, while the current is on its way. */
  readonly detail: SubmissionDetail | undefined
}

/** The middle pane: the citizen's words first, then what belongs to them. Each proposal begins at its top. */
export function ProposalPane({ currentId, line, detail, ...desk }: ProposalPaneProps) {
  const { t } = useTranslation()
  const article = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another proposal, another text
  useLayoutEffect(() => {
    article.current?.scrollTo(0, 0)
  }, [currentId])
  const shown = detail?.id === currentId ? detail : line
  if (shown === undefined) return <Loader m="md" size="sm" aria-label={t('common.loading')} />
  return (
    <article ref={article} className={classes.proposal} aria-label={`${shown.reference} ${shown.title}`}>
      <CitizenWords shown={shown} words={desk.words} />
      <DeskSections sections={proposalSections} currentId={currentId} detail={detail} {...desk} />
    </article>
  )
}
