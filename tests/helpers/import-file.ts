import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DossierCall } from '../../electron/services/call.ts'
import { importsService } from '../../electron/services/imports/imports.service.ts'
import type { ImportOutcome } from '../../shared/read-models/import-preview.ts'
import type { TestDossier } from './test-dossier.ts'

type CommitInput = Parameters<typeof importsService.commit>[0]

/** Writes a file of this content into the dossier's folder; answers its path. */
export function givenFile(dossier: TestDossier, name: string, content: string | Uint8Array): string {
  const path = join(dossier.folder, name)
  writeFileSync(path, content)
  return path
}

/** Imports a file of this content, as somebody who may. */
export function importContent(
  dossier: TestDossier,
  call: DossierCall,
  name: string,
  content: string | Uint8Array,
  settings: Partial<CommitInput> = {},
): Promise<ImportOutcome> {
  const path = givenFile(dossier, name, content)
  return importsService.commit({ processId: dossier.processId, path, choices: {}, ...settings }, call)
}

/** Everything that an import could touch, as text: what must be the same before and after a refusal. */
export async function dossierContent(dossier: TestDossier): Promise<string> {
  const { reader } = dossier.database
  const tables = [
    'process',
    'theme',
    'district',
    'submission',
    'citizen_comment',
    'meeting',
    'project',
    'project_submission',
    'decision',
    'import_batch',
    'import_mapping',
    'journal_entry',
  ] as const
  const content: Record<string, unknown> = {}
  for (const table of tables) content[table] = await reader.selectFrom(table).selectAll().execute()
  return JSON.stringify(content)
}
