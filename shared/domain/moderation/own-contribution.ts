import { fold } from '../text/fold.ts'
/** Whether the person who decides signed the contribution: same name, accents and case aside (I8). */
export function isOwnContribution(authorName: string | null, personName: string): boolean {
  return authorName !== null && fold(authorName).trim() === fold(personName).trim()
}
