/** Locales of a file, from its `title/fr` headers. */
export function localesOf(columns: readonly string[]): readonly string[] {
  const found = new Set<string>()
  for (const column of columns) {
    const match =
      /^(?:title|body|name|description|category\/name|scope\/name)\/([a-z]{2}(?:[-_][A-Za-z]{2,4})?)$/.exec(
        column,
      )
    if (match?.[1] !== undefined) found.add(match[1])
  }
  return [...found]
}
