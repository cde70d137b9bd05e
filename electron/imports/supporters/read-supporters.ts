import { basename } from 'node:path'
import { foldLigatures } from '../../../shared/domain/text/fold.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { importFormats } from '../formats/index.ts'
import { scanFile } from '../formats/scan-file.ts'

/** Who supports what, as a file holds it. */
export interface SupporterLine {
  readonly line: number
  /** Reference, number or platform id of the proposal. */
  readonly reference: string
  /** E-mail, account or name, folded so that one person is one value. */
  readonly identity: string
}

/** How a column may be headed, in French and in English; the first that is there counts. */
const referenceHeaders =
  /^(reference|ref|numero|number|n|no|id|(proposition|proposal|depot|projet|resource|supported)( (id|reference|numero|number))?|(id|numero|reference) (de la )?(proposition|proposal|depot))$/
const identityHeaders =
  /^(e ?mail|courriel|adresse (e ?mail|mail|electronique)|mail|(identifiant|id|compte|account|user|utilisateur|author|auteur|supporter|soutien|participant|votant)( (id|identifiant|e ?mail|account|name|nom|compte))?|(id|identifiant) (du )?(compte|soutien|participant|utilisateur|user)|nom( prenom)?|prenom nom)$/

function header(text: string): string {
  return foldLigatures(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * Reads supporters from a table of any format that the imports know. Lines without a person are left out: they tell
 * nothing. Refuses as the formats do, and with `supporters-columns-missing` and `supporters-empty`.
 */
export async function readSupporters(path: string, signal: AbortSignal): Promise<readonly SupporterLine[]> {
  const fileName = basename(path)
  const file = await scanFile(path, signal)
  const format = importFormats.find((candidate) => candidate.recognises(file))
  if (format === undefined) throw new AppError('format-unknown', { file: fileName })
  const table = await format.open(file, {}, signal)
  try {
    const heads = table.columns.map(header)
    const reference = heads.findIndex((head) => referenceHeaders.test(head))
    const identity = heads.findIndex((head, index) => index !== reference && identityHeaders.test(head))
    if (reference < 0 || identity < 0) throw new AppError('supporters-columns-missing', { file: fileName })
    const lines: SupporterLine[] = []
    for await (const batch of table.rows(signal))
      for (const { line, cells } of batch.rows) {
        const person = foldLigatures(String(cells[identity] ?? ''))
          .replace(/\s+/g, ' ')
          .trim()
        if (person === '') continue
        lines.push({ line, reference: String(cells[reference] ?? '').trim(), identity: person })
      }
    if (lines.length === 0) throw new AppError('supporters-empty', { file: fileName })
    return lines
  } finally {
    await table.close()
  }
}
