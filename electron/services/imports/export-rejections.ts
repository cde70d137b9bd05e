import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { RowIssue } from '../../../shared/domain/imports/row-issue.ts'
import type { Translate } from '../../../shared/messages/translator.ts'
import { writeFileAtomically } from '../../exports/writers/atomic-file.ts'
import { writeXlsx } from '../../exports/writers/xlsx.writer.ts'
import type { DossierCall } from '../call.ts'

/** Writes rejections as a workbook: line, column, value, reason. */
export async function writeRejections(
  call: DossierCall,
  target: string,
  source: string,
  issues: readonly RowIssue[],
  translate: Translate,
  language: string,
): Promise<{ readonly path: string; readonly bytes: number }> {
  const path = resolve(target)
  const column = (
    key: 'line' | 'column' | 'value' | 'reason',
    width: number,
    kind: 'integer' | 'text' | 'long-text',
  ) => ({
    header: translate(`imports.rejectionSheet.${key}`),
    key,
    width,
    kind,
  })
  const name = translate('imports.rejectionSheet.name')
  const document = {
    title: `${name} – ${basename(source)}`,
    sheets: [
      {
        name,
        columns: [
          column('line', 10, 'integer'),
          column('column', 30, 'text'),
          column('value', 40, 'text'),
          column('reason', 60, 'long-text'),
        ],
        rows: issues.map((issue) => ({
          line: issue.line,
          column: issue.column,
          value: issue.value ?? '',
          reason: translate(`imports.issues.${issue.code}`, { column: issue.column }),
        })),
      },
    ],
    properties: { title: name, language, author: 'Parvis' },
    timeZone: 'Europe/Paris',
    generatedAt: call.ports.clock.now(),
  } as const
  await writeFileAtomically(
    path,
    async (temporary) => {
      await writeXlsx(document, temporary, { signal: call.signal })
    },
    call.signal,
  )
  return { path, bytes: (await stat(path)).size }
}
