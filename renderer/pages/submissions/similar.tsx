import { Text } from '@mantine/core'
import { IconArrowsDiff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useRead } from '../../api/use-call.ts'
import { useLikeness } from '../../components/use-likeness.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { KeyHint } from '../../keys/key-hint.tsx'
import { usePageKeys } from '../../keys/keys.tsx'
import { navigateTo } from '../../navigation/hash-location.ts'
import type { DeskSectionProps } from './desk-section.ts'
import classes from './similar.module.css'

/** Lines shown here; the comparison shows them all. */
const shown = 3
const hotkey = 'shift+f'

/** What may be one with this proposal, how alike in words; one key puts them side by side. */
export function Similar({ detail }: DeskSectionProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const likeness = useLikeness()
  const { data: similar = [] } = useRead('families.similar', { submissionId: detail.id }, { keep: false })
  const open = similar.filter(({ notDuplicate }) => notDuplicate === null)
  const path = `/duplicates/${detail.id}`
  usePageKeys([
    {
      key: hotkey,
      label: t('families.openKey'),
      enabled: similar.length > 0,
      run: () => navigateTo(path),
    },
  ])
  if (open.length === 0) return null
  return (
    <section className={classes.similar} aria-label={t('families.title')}>
      <Link href={path} className={classes.title} aria-keyshortcuts={hotkey}>
        <IconArrowsDiff size={16} aria-hidden />
        <span>{t('families.section.title', { count: open.length, formatted: number(open.length) })}</span>
        <KeyHint name={hotkey} />
      </Link>
      <ul className={classes.list}>
        {open.slice(0, shown).map((pair) => (
          <li key={pair.proposal.id}>
            <Text component="span" c="dimmed">
              {likeness(pair)}
              {pair.otherProcess !== null &&
                ` ${t('families.section.elsewhere', { process: pair.otherProcess })}`}
            </Text>{' '}
            <span dir="auto">
              {pair.proposal.reference} {pair.proposal.title}
            </span>
          </li>
        ))}
      </ul>
      {open.length > shown && (
        <Text size="sm" c="dimmed">
          {t('families.section.more', {
            count: open.length - shown,
            formatted: number(open.length - shown),
          })}
        </Text>
      )}
    </section>
  )
}
