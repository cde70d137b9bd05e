import { mkdtemp, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '../../../shared/errors/app-error.ts'
import { getAttachmentFile } from '../../data/attachments/attachment.repository.ts'
import type { DossierCall } from '../call.ts'

/** Whose files are handed out to everybody who may read. */
const openOwners: readonly string[] = ['submission', 'project']

/** Characters that name a folder, a drive or a stream on one of the three systems. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is replaced
const unwelcome = /[\u0000-\u001f\\/:*?"<>|]/g

/**
 * Writes a copy of an attachment to a folder that nobody else may read, and hands it to the system. The folder goes
 * when the dossier is closed.
 */
export async function openAttachment(call: DossierCall, attachmentId: string): Promise<null> {
  const { fileName, bytes, ownerKind } = await getAttachmentFile(call.database.reader, attachmentId)
  // Scans of paper forms show what was masked since: they have a method of their own, with another right.
  if (!openOwners.includes(ownerKind)) throw new AppError('not-found', { object: 'attachment' })
  const folder = await mkdtemp(join(call.ports.paths.temporary, 'parvis-attachment-'))
  call.session.temporaryFolders.add(folder)
  // The name was given by a person, perhaps on another system: only its last part is a name.
  const path = join(folder, basename(fileName).replace(unwelcome, '_'))
  await writeFile(path, bytes, { mode: 0o600 })
  await call.ports.opener.open(path)
  return null
}
