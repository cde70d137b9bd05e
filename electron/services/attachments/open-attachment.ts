import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { getAttachmentFile } from '../../data/attachments/attachment.repository.ts'
import type { DossierCall } from '../call.ts'

/** Writes a copy of an attachment to a temporary folder of its own and hands it to the system. */
export async function openAttachment(call: DossierCall, attachmentId: string): Promise<null> {
  const { fileName, bytes } = await getAttachmentFile(call.database.reader, attachmentId)
  const folder = join(call.ports.paths.temporary, 'parvis-attachments', attachmentId)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // The name was given by a person: only its last part is a name.
  const path = join(folder, basename(fileName))
  await writeFile(path, bytes, { mode: 0o600 })
  await call.ports.opener.open(path)
  return null
}
