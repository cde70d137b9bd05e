import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { DocumentId, ReportDocumentEntry } from './documents.ts'
import classes from './reports.module.css'

interface DocumentListProps {
  readonly offered: readonly ReportDocumentEntry[]
  readonly chosen: ReportDocumentEntry
  onChoose(id: DocumentId): void
}

const groups = ['print', 'workbook', 'platform'] as const

/** The documents by what they are for. */
export function DocumentList({ offered, chosen, onChoose }: DocumentListProps) {
  const { t } = useTranslation()
  return (
    <nav className={classes.documents} aria-label={t('reports.documents')}>
      {groups.map((group) => (
        <section key={group} aria-labelledby={`reports-${group}`}>
          <h2 id={`reports-${group}`} className={classes.group}>
            {t(`reports.group.${group}`)}
          </h2>
          <ul>
            {offered
              .filter((entry) => entry.group === group)
              .map(({ id, icon: DocumentIcon }) => (
                <li key={id}>
                  <Link
                    href={`/reports/${id}`}
                    replace
                    className={classes.document}
                    aria-current={id === chosen.id ? 'true' : undefined}
                    onClick={() => onChoose(id)}
                  >
                    <DocumentIcon size={18} aria-hidden />
                    <span>{t(`reports.document.${id}`)}</span>
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
