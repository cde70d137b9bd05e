import { ActionIcon, Button, UnstyledButton } from '@mantine/core'
import { IconFlag, IconX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { codedSignalIds, signalIds } from '../../../shared/domain/moderation/signals/signal-id.ts'
import type { SignalRecord } from '../../../shared/read-models/signal.ts'
import { useChange, useRead } from '../../api/use-call.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { KeyHint } from '../../keys/key-hint.tsx'
import { usePageKeys } from '../../keys/keys.tsx'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { usePermission } from '../../session/use-permission.ts'
import type { DeskSectionProps } from './desk-section.ts'
import { DismissDialog } from './dismiss-dialog.tsx'
import classes from './signals.module.css'
import { useShownWords } from './use-shown-words.ts'

interface Place {
  readonly signal: SignalRecord
  readonly word: string
}

/** What one had better look at, each with the words that raised it: a key walks from word to word in the text. */
export function Signals({ detail, words }: DeskSectionProps) {
  const { t } = useTranslation()
  const moderate = usePermission('moderate')
  const { data = [] } = useRead('signals.of', { submissionId: detail.id }, { keep: false })
  const [at, setAt] = useState<number>()
  const [dismissing, setDismissing] = useState<SignalRecord>()
  const standing = useMemo(() => inOrder(data).filter(({ dismissed }) => dismissed === null), [data])
  const dismissed = inOrder(data).filter((signal) => signal.dismissed !== null)
  const places = useMemo(
    () =>
      standing
        .filter(({ id }) => !codedSignalIds.includes(id))
        .flatMap((signal) => signal.words.map((word): Place => ({ signal, word }))),
    [standing],
  )
  const current = at === undefined ? undefined : places[at]
  useShownWords(words, current?.word, detail.body)
  usePageKeys([
    {
      key: 'w',
      label: t('signals.next'),
      enabled: places.length > 0,
      run: () => setAt(((at ?? -1) + 1) % places.length),
    },
    {
      key: 'shift+w',
      label: t('signals.dismiss'),
      enabled: moderate.allowed && standing.length > 0,
      run: () => setDismissing(current?.signal ?? standing[0]),
    },
  ])
  if (data.length === 0) return null
  return (
    <section className={classes.signals} aria-label={t('signals.title')}>
      <h3 className={classes.title}>
        {t('signals.title')}
        {standing.length > 0 && <span className={classes.count}>{standing.length}</span>}
        {places.length > 0 && <KeyHint name="w" />}
      </h3>
      {standing.length === 0 && <p className={classes.explanation}>{t('signals.none')}</p>}
      <ul className={classes.list}>
        {standing.map((signal) => (
          <Standing
            key={signal.id}
            signal={signal}
            current={current?.signal === signal ? current.word : undefined}
            onShow={(word) =>
              setAt(places.findIndex((place) => place.signal === signal && place.word === word))
            }
            {...(moderate.allowed ? { onDismiss: () => setDismissing(signal) } : {})}
          />
        ))}
      </ul>
      {dismissed.length > 0 && <Dismissed submissionId={detail.id} signals={dismissed} />}
      {dismissing !== undefined && (
        <DismissDialog
          submissionId={detail.id}
          signalId={dismissing.id}
          onClose={() => setDismissing(undefined)}
        />
      )}
    </section>
  )
}

function inOrder(signals: readonly SignalRecord[]): readonly SignalRecord[] {
  return signals.toSorted((left, right) => signalIds.indexOf(left.id) - signalIds.indexOf(right.id))
}

interface StandingProps {
  readonly signal: SignalRecord
  /** The word of it that the text shows now. */
  readonly current: string | undefined
  onShow(word: string): void
  onDismiss?(): void
}

function Standing({ signal, current, onShow, onDismiss }: StandingProps) {
  const { t } = useTranslation()
  const name = t(`signals.${signal.id}.name`)
  return (
    <li className={classes.signal}>
      <IconFlag size={15} aria-hidden />
      <div className={classes.body}>
        <strong>{name}</strong>
        <SignalWords signal={signal} current={current} onShow={onShow} />
        <p className={classes.explanation}>{t(`signals.${signal.id}.explanation`)}</p>
      </div>
      {onDismiss !== undefined && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('signals.dismissOne', { name })}
          title={t('signals.dismissOne', { name })}
          onClick={onDismiss}
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
      )}
    </li>
  )
}

function SignalWords({ signal, current, onShow }: Omit<StandingProps, 'onDismiss'>) {
  const { t, i18n } = useTranslation()
  if (codedSignalIds.includes(signal.id)) {
    const languages = new Intl.DisplayNames([i18n.language], { type: 'language' })
    const inWords = (code: string): string =>
      signal.id === 'missing-parts'
        ? t(`signals.part.${code}`)
        : signal.id === 'other-language'
          ? (languages.of(code) ?? code)
          : code
    return <span className={classes.codes}>{signal.words.map(inWords).join(', ')}</span>
  }
  return signal.words.map((word) => (
    <UnstyledButton
      key={word}
      className={classes.word}
      dir="auto"
      data-current={word === current || undefined}
      aria-label={t('signals.show', { words: word })}
      onClick={() => onShow(word)}
    >
      {word}
    </UnstyledButton>
  ))
}

/** What was set aside, folded: by whom, when and why, and the way back. */
function Dismissed({ submissionId, signals }: { submissionId: string; signals: readonly SignalRecord[] }) {
  const { t } = useTranslation()
  const { shortDay } = useFormats()
  const moderate = usePermission('moderate')
  const restore = useChange('signals.restore')
  const done = useDoneNotice()
  return (
    <details className={classes.dismissed}>
      <summary>{t('signals.dismissedCount', { count: signals.length })}</summary>
      <ul className={classes.list}>
        {signals.map(({ id, dismissed }) => {
          const name = t(`signals.${id}.name`)
          return (
            <li key={id} className={classes.signal}>
              <div className={classes.body}>
                {name}
                {dismissed !== null && (
                  <p className={classes.explanation}>
                    {t('signals.dismissedBy', {
                      name: dismissed.byName,
                      day: shortDay(dismissed.at),
                      reason: dismissed.reason,
                    })}
                  </p>
                )}
              </div>
              {moderate.allowed && (
                <Button
                  variant="subtle"
                  size="compact-xs"
                  aria-label={t('signals.restoreOne', { name })}
                  loading={restore.isPending}
                  onClick={() =>
                    restore.mutate(
                      { submissionId, signalId: id },
                      { onSuccess: () => done(t('signals.restored', { name }), { undoable: true }) },
                    )
                  }
                >
                  {t('signals.restore')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
