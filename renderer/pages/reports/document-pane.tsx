import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentId } from './documents.ts'
import classes from './reports.module.css'

interface DocumentPaneProps {
  readonly id: DocumentId
  /** How it is to be made. */
  readonly options: ReactNode
  /** Where it is saved, and what became of it. */
  readonly save: ReactNode
  /** What it will look like. */
  readonly children: ReactNode
}

/** One document: what it is, its options, its preview, and below the act that writes it. */
export function DocumentPane({ id, options, save, children }: DocumentPaneProps) {
  const { t } = useTranslation()
  return (
    <section className={classes.pane} aria-labelledby="report-document">
      <header className={classes.paneHead}>
        <div className={classes.paneTitle}>
          <Title order={2} id="report-document">
            {t(`reports.document.${id}`)}
          </Title>
          <Text c="dimmed">{t(`reports.description.${id}`)}</Text>
        </div>
        <div className={classes.options}>{options}</div>
      </header>
      <div className={classes.preview}>{children}</div>
      {save}
    </section>
  )
}
