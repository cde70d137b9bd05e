import { Checkbox, Kbd, Radio, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { mayJoin, mayLead } from '../../../shared/domain/families/grouping.ts'
import type { DuplicateCluster } from '../../../shared/read-models/family.ts'
import type { LinkedSubmission } from '../../../shared/read-models/submission.ts'
import { StageBadge } from '../../components/stage-badge.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import { usePageKeys } from '../../keys/keys.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { usePermission } from '../../session/use-permission.ts'
import classes from './duplicates.module.css'

interface ClusterPaneProps {
  readonly cluster: DuplicateCluster
  onGroup(lead: LinkedSubmission, members: readonly LinkedSubmission[]): void
}

/** Everything that is one text: who leads, and who is grouped under it, at once. */
export function ClusterPane({ cluster, onGroup }: ClusterPaneProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const moderate = usePermission('moderate')
  const [leadId, setLeadId] = useState(cluster.leadId)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const lead = cluster.members.find(({ id }) => id === leadId)
  const members = cluster.members.filter(({ id, stage }) => id !== leadId && !left.has(id) && mayJoin(stage))
  const group = (): void => {
    if (lead !== undefined && members.length > 0) onGroup(lead, members)
  }
  const words = {
    count: members.length,
    formatted: number(members.length),
    reference: lead?.reference ?? '',
  }
  usePageKeys([
    {
      key: 'g',
      label: t('families.cluster.take'),
      enabled: moderate.allowed && members.length > 0,
      run: group,
    },
  ])
  return (
    <section className={classes.pane} aria-label={t('families.clusters')}>
      <div className={classes.acts}>
        <GuardedButton
          permission="moderate"
          size="compact-sm"
          aria-keyshortcuts="g"
          disabled={members.length === 0}
          rightSection={
            <Kbd aria-hidden size="xs">
              G
            </Kbd>
          }
          onClick={group}
        >
          {t('families.cluster.group', words)}
        </GuardedButton>
      </div>
      <Text component="p" className={classes.notice}>
        {t('families.cluster.explain')}
      </Text>
      <ul className={classes.members}>
        {cluster.members.map((member) => (
          <li key={member.id}>
            <Radio
              size="xs"
              name="lead"
              label={t('families.cluster.lead')}
              aria-label={t('families.cluster.leadOf', { reference: member.reference })}
              checked={member.id === leadId}
              disabled={!mayLead(member.stage)}
              onChange={() => setLeadId(member.id)}
            />
            <Checkbox
              size="xs"
              aria-label={t('families.cluster.takeOne', { reference: member.reference })}
              checked={member.id === leadId || (!left.has(member.id) && mayJoin(member.stage))}
              disabled={member.id === leadId || !mayJoin(member.stage)}
              onChange={() =>
                setLeft(left.has(member.id) ? without(left, member.id) : new Set([...left, member.id]))
              }
            />
            <Link href={`/submissions/${member.id}`}>{member.reference}</Link>
            <span className={classes.memberTitle} dir="auto">
              {member.title}
            </span>
            <Text component="span" c="dimmed" dir="auto">
              {member.authorName ?? ''}
            </Text>
            <StageBadge stage={member.stage} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...ids].filter((other) => other !== id))
}
