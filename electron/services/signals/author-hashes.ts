import { createHash } from 'node:crypto'
import { foldText } from '../../../shared/domain/text/folded-text.ts'
import type { UncheckedDeposit } from '../../data/signals/signal-check.repository.ts'

/** Names that platforms give to nobody in particular. */
const nobody =
  /\b(?:anonyme|anonymous|inconnue?|supprimee?|deleted|utilisateur|user|habitante?|citoyenn?e?)\b/

/**
 * By what the author of a deposit can be told from others: the e-mail (case and `+label` aside) and the telephone (in
 * any grouping); the whole name only where neither is known, since two people may bear the same.
 */
export function authorKeys(
  author: Pick<UncheckedDeposit, 'author_name' | 'author_email' | 'author_phone'>,
): readonly string[] {
  const email = (author.author_email ?? '')
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*@/, '@')
  const phone = (author.author_phone ?? '').replace(/\D/g, '').replace(/^(?:00)?33(?=[1-9]\d{8}$)/, '0')
  const keys = [
    ...(email.includes('@') ? [`email ${email}`] : []),
    ...(phone.length >= 9 ? [`phone ${phone}`] : []),
  ]
  if (keys.length > 0) return keys
  const words = foldText(author.author_name ?? '').text.match(/[\p{L}\p{N}]+/gu) ?? []
  const name = [...words].sort().join(' ')
  return words.length < 2 || nobody.test(words.join(' ')) ? [] : [`name ${name}`]
}

/** The same as hashes, which tell nobody's address. */
export function authorHashes(author: UncheckedDeposit): readonly string[] {
  return authorKeys(author).map((key) =>
    createHash('sha256').update(`${author.process_id} ${key}`).digest('base64url').slice(0, 22),
  )
}
