function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim()
}

/** Whether the person who decides signed the contribution: same name, accents and case aside (I8). */
export function isOwnContribution(authorName: string | null, personName: string): boolean {
  return authorName !== null && fold(authorName) === fold(personName)
}
