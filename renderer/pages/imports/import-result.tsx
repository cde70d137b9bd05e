import { Button, Group, Text, Title } from '@mantine/core'
import { IconArrowRight, IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { ImportOutcome } from '../../../shared/read-models/import-preview.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { queueLink } from '../../navigation/list-links.ts'
import type { ImportPlan } from './import-plan.ts'
import classes from './imports.module.css'
import { Counts } from './preview-panel.tsx'

interface ImportResultProps {
  readonly plan: ImportPlan
  readonly outcome: ImportOutcome
  onChoose(): void
  onClose(): void
}

/** Where what was imported now waits. */
const places: Readonly<Record<string, string>> = {
  'decidim-projects': '/projects',
  'decidim-meetings': '/reports/key-figures',
  districts: '/processes/districts',
}

/** What was done, and the next act: the queue where it waits. */
export function ImportResult({ plan, outcome, onChoose, onClose }: ImportResultProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const [, navigate] = useLocation()
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => next.current?.focus(), [])
  const count = outcome.created + outcome.updated
  const file = plan.path.split(/[\\/]/).at(-1) ?? plan.path
  return (
    <section className={classes.result} aria-labelledby="import-result">
      <Group gap="sm" wrap="nowrap" role="status">
        <IconCircleCheck size={28} color="var(--parvis-success)" aria-hidden />
        <div>
          <Title order={2} id="import-result">
            {outcome.batchId === null
              ? t('imports.doneNothing')
              : t('imports.doneTitle', { count, formatted: number(count) })}
          </Title>
          {outcome.batchId !== null && <Text c="dimmed">{t('imports.doneDetail', { file })}</Text>}
        </div>
      </Group>
      <Counts outcome={outcome} stale={false} done />
      <Group>
        <Button
          ref={next}
          size="sm"
          rightSection={<IconArrowRight size={16} aria-hidden />}
          onClick={() => {
            onClose()
            navigate(places[outcome.target] ?? queueLink())
          }}
        >
          {t(`imports.next.${outcome.target}`)}
        </Button>
        <Button size="sm" variant="default" onClick={onChoose}>
          {t('imports.chooseAnother')}
        </Button>
        <Button size="sm" variant="subtle" onClick={onClose}>
          {t('common.close')}
        </Button>
      </Group>
    </section>
  )
}
