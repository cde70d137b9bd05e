const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** A name that every file system takes: the reference, then who it is for, without signs that a path could read. */
export function letterFileName(parts: readonly string[], extension: string): string {
  const words = parts
    .map((part) =>
      part
        .normalize('NFC')
        .replace(/[^\p{L}\p{N}-]+/gu, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 40)
        .replace(/-+$/, ''),
    )
    .filter((part) => part !== '')
  const name = words.join('_')
  return `${name === '' || reserved.test(name) ? `_${name}` : name}.${extension}`
}
