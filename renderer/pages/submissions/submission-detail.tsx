import { Group, Loader, Tabs, Text, Title } from '@mantine/core'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { SubmissionDetail as Detail } from '../../../shared/read-models/submission.ts'
import { Amount } from '../../components/amount.tsx'
import { RichText } from '../../components/rich-text.tsx'
import { StageBadge } from '../../components/stage-badge.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { useRemembered } from '../../preferences/preferences.tsx'
import { Attachments } from './attachments.tsx'
import { Checklist, checklistProgress } from './checklist.tsx'
import { Classification } from './classification.tsx'
import { Comments } from './comments.tsx'
import classes from './detail.module.css'
import { Family } from './family.tsx'
import { History } from './history.tsx'
import { Notes } from './notes.tsx'
import { Place } from './place.tsx'
import { Redactions } from './redactions.tsx'
import { Signals } from './signals.tsx'

const tabs = ['checklist', 'notes', 'history', 'comments', 'attachments'] as const
type Tab = (typeof tabs)[number]
const tabKeys: Readonly<Partial<Record<Tab, string>>> = { checklist: 'g', notes: 'n', history: 'h' }

interface SubmissionDetailProps {
  readonly detail: Detail | undefined
  onOpen(submissionId: string): void
  /** Opens a member of the group at the decision that parts it. */
  onSplit(submissionId: string): void
}

/** One submission in full: the citizen's words first, then where it belongs, then what the staff made of it. */
export function SubmissionDetail({ detail, onOpen, onSplit }: SubmissionDetailProps) {
  const { t } = useTranslation()
  const { shortDay, number } = useFormats()
  const [remembered, remember] = useRemembered('tab:submissions', 'checklist')
  const [tab, setTab] = useState(() => tabs.find((name) => name === remembered) ?? 'checklist')
  const show = (name: Tab): void => {
    setTab(name)
    remember(name)
  }
  usePageKeys(
    tabs.flatMap((name) => {
      const key = tabKeys[name]
      return key === undefined
        ? []
        : [
            {
              key,
              label: t(`submissions.tabKey.${name}`),
              run: () => {
                // Drawn at once: the next key already belongs to the first field of the tab.
                flushSync(() => show(name))
                document
                  .querySelector<HTMLElement>('textarea[data-first-field], [data-first-field] input')
                  ?.focus()
              },
            },
          ]
    }),
  )
  const words = useRef<HTMLDivElement>(null)
  if (detail === undefined) return <Loader m="md" size="sm" aria-label={t('common.loading')} />
  const { answered, total } = checklistProgress(detail.checklist)
  const counts: Readonly<Record<Tab, string>> = {
    checklist: `${answered}/${total}`,
    notes: number(detail.notes.length),
    history: number(detail.decisions.length),
    comments: number(detail.commentsCount),
    attachments: number(detail.attachments.length),
  }
  return (
    <article className={classes.detail} aria-label={`${detail.reference} ${detail.title}`}>
      <Group justify="space-between" gap="xs">
        <Text c="dimmed">
          {detail.reference} · {t(`labels.channel.${detail.channel}`)} · {shortDay(detail.submittedAt)}
        </Text>
        <StageBadge stage={detail.stage} />
      </Group>
      <div ref={words}>
        <Title order={2} className={classes.title} dir="auto">
          {detail.title}
        </Title>
        <Author detail={detail} />
        <Family detail={detail} onOpen={onOpen} onSplit={onSplit} />
        <RichText html={detail.body} />
      </div>
      <Signals detail={detail} />
      <Redactions key={`redactions ${detail.id}`} detail={detail} text={words} />
      <Facts detail={detail} />
      <Classification key={detail.id} detail={detail} />
      <Place key={`place ${detail.id}`} detail={detail} />
      <Tabs
        value={tab}
        onChange={(next) => {
          const chosen = tabs.find((name) => name === next)
          if (chosen !== undefined) show(chosen)
        }}
        mt="md"
      >
        <Tabs.List>
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name} px="xs">
              {t(`submissions.tab.${name}`)} <span className={classes.count}>{counts[name]}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="checklist" pt="sm">
          <Checklist key={detail.id} detail={detail} />
        </Tabs.Panel>
        <Tabs.Panel value="notes" pt="sm">
          <Notes key={detail.id} detail={detail} />
        </Tabs.Panel>
        <Tabs.Panel value="history" pt="sm">
          <History detail={detail} />
        </Tabs.Panel>
        <Tabs.Panel value="comments" pt="sm">
          <Comments detail={detail} />
        </Tabs.Panel>
        <Tabs.Panel value="attachments" pt="sm">
          <Attachments detail={detail} />
        </Tabs.Panel>
      </Tabs>
    </article>
  )
}

function Author({ detail }: { detail: Detail }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const address = detail.authorAddress?.replace(/\s*\n\s*/g, ', ')
  const contact = [detail.authorEmail, detail.authorPhone, address].filter(
    (part) => part !== undefined && part !== null && part !== '',
  )
  return (
    <Text component="p" className={classes.author}>
      <span dir="auto">{detail.authorName ?? t('submissions.anonymous')}</span>
      {contact.length > 0 && <span className={classes.muted}> · {contact.join(' · ')}</span>}
      <span className={classes.muted}>
        {' · '}
        {t('submissions.supports', { count: detail.supportsCount, formatted: number(detail.supportsCount) })}
      </span>
    </Text>
  )
}

/** What the form or the platform gave besides the text. */
function Facts({ detail }: { detail: Detail }) {
  const { t } = useTranslation()
  const extra = Object.entries(detail.extra).filter(([, value]) => value.trim() !== '')
  if (detail.declaredCost === null && extra.length === 0 && detail.url === null) return null
  return (
    <dl className={classes.facts}>
      {detail.declaredCost !== null && (
        <div>
          <dt>{t('submissions.declaredCost')}</dt>
          <dd>
            <Amount value={detail.declaredCost} round />
          </dd>
        </div>
      )}
      {extra.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
      {detail.url !== null && (
        <div>
          <dt>{t('submissions.origin')}</dt>
          <dd>
            <a href={detail.url} target="_blank" rel="noreferrer noopener">
              {t('submissions.onPlatform')}
            </a>
          </dd>
        </div>
      )}
    </dl>
  )
}
