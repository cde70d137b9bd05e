import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openImport, type ReadRequest } from '../../electron/imports/import-reader.ts'
import type { FileInspection } from '../../shared/domain/imports/file-inspection.ts'
import type { ImportDraft } from '../../shared/domain/imports/import-draft.ts'
import type { RowIssue } from '../../shared/domain/imports/row-issue.ts'

/** What a file gives, read whole. */
export interface ReadImport {
  readonly inspection: FileInspection
  readonly drafts: readonly ImportDraft[]
  readonly issues: readonly RowIssue[]
}

/** Reads a file to its end, without a dossier. */
export async function readImport(path: string, request: Partial<ReadRequest> = {}): Promise<ReadImport> {
  const { signal } = new AbortController()
  const opened = await openImport(path, { choices: {}, ...request }, signal)
  try {
    const drafts: ImportDraft[] = []
    const issues: RowIssue[] = []
    for await (const batch of opened.drafts(signal)) {
      for (const { draft } of batch.drafts) drafts.push(draft)
      for (const issue of batch.issues) issues.push(issue)
    }
    return { inspection: opened.inspection, drafts, issues }
  } finally {
    await opened.close()
  }
}

/** Reads a file of this content to its end. */
export async function readContent(
  content: string | Uint8Array,
  name = 'file.csv',
  request: Partial<ReadRequest> = {},
): Promise<ReadImport> {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-read-'))
  try {
    const path = join(folder, name)
    writeFileSync(path, content)
    return await readImport(path, request)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
