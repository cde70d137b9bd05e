/** A piece of a letter's text as it is set: a paragraph of lines, or a list. */
export type LetterBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }

const bullet = /^\s*[-–—•]\s+/

/** Reads the plain text of a letter: paragraphs at blank lines, lists where lines begin with a dash. */
export function letterBlocks(text: string): readonly LetterBlock[] {
  const blocks: LetterBlock[] = []
  for (const paragraph of text.replace(/\r\n?/g, '\n').split(/\n\s*\n/)) {
    let lines: string[] = []
    let items: string[] = []
    const close = (): void => {
      if (lines.length > 0) blocks.push({ kind: 'paragraph', lines })
      if (items.length > 0) blocks.push({ kind: 'list', items })
      lines = []
      items = []
    }
    for (const line of paragraph.split('\n')) {
      if (line.trim() === '') continue
      if (bullet.test(line)) {
        if (lines.length > 0) close()
        items.push(line.replace(bullet, '').trim())
      } else {
        if (items.length > 0) close()
        lines.push(line.trim())
      }
    }
    close()
  }
  return blocks
}
