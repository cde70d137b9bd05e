import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { ReportDocument, ReportRow } from '../../../shared/domain/reports/report-document.ts'
import { createTranslator } from '../../../shared/messages/translator.ts'
import { type JournalFilter, listJournal } from '../../data/journal/journal-list.query.ts'
import { writeFileAtomically } from '../../exports/writers/atomic-file.ts'
import { writeXlsx } from '../../exports/writers/xlsx.writer.ts'
import { spokenLanguage } from '../application/preferences.ts'
import type { DossierCall } from '../call.ts'
import { describeOpenDossier } from '../dossiers/describe-open-dossier.ts'

/** Entries fetched at a time. */
const batchSize = 500

async function* rows(call: DossierCall, filter: JournalFilter): AsyncGenerator<ReportRow> {
  for (let offset = 0; ; offset += batchSize) {
    const page = await listJournal(call.database.reader, filter, offset, batchSize)
    for (const entry of page.entries) {
      yield {
        sequence: entry.sequence,
        at: entry.at,
        person: entry.personName,
        action: entry.action,
        object: entry.objectLabel,
        reason: entry.reason,
        before: entry.before,
        after: entry.after,
      }
    }
    if (page.entries.length < batchSize) return
    call.progress('journal', offset + batchSize, page.total)
  }
}

/** Writes the filtered journal as a workbook, the newest entry first. */
export async function exportJournal(
  call: DossierCall,
  target: string,
  filter: JournalFilter,
): Promise<{ readonly path: string; readonly bytes: number }> {
  const language = await spokenLanguage(call.ports)
  const t = createTranslator(language)
  const path = resolve(target)
  const { title } = await describeOpenDossier(call.session)
  const generatedAt = call.ports.clock.now()
  const name = t('journal.title')
  const column = (key: string, width: number, kind: 'text' | 'integer' | 'datetime' | 'long-text') => ({
    header: t(`journal.workbook.${key}`),
    key,
    width,
    kind,
  })
  const document: ReportDocument = {
    title: `${name} – ${title}`,
    sheets: [
      {
        name,
        columns: [
          column('sequence', 8, 'integer'),
          column('at', 18, 'datetime'),
          column('person', 24, 'text'),
          column('action', 24, 'text'),
          column('object', 40, 'text'),
          column('reason', 40, 'long-text'),
          column('before', 50, 'long-text'),
          column('after', 50, 'long-text'),
        ],
        rows: rows(call, filter),
      },
    ],
    properties: { title: name, language, author: title },
    timeZone: 'Europe/Paris',
    generatedAt,
    print: { footerLeft: title, footerRight: generatedAt.slice(0, 10) },
  }
  await writeFileAtomically(
    path,
    async (temporary) => {
      await writeXlsx(document, temporary, { signal: call.signal })
    },
    call.signal,
  )
  return { path, bytes: (await stat(path)).size }
}
