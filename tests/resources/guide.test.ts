import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from '../../shared/messages/en/index.ts'
import { fr } from '../../shared/messages/fr/index.ts'

const folder = join(import.meta.dirname, '../../resources/guide')
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'))

/** Spaces that do not break are spaces; the guide may start a sentence with what the screen says within one. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ').toLowerCase()
}

function sentences(messages: object): readonly string[] {
  return Object.values(messages).flatMap((value: unknown) =>
    typeof value === 'string' ? [plain(value)] : sentences(value as object),
  )
}

describe.each(pages)('the page %s of the guide', (name) => {
  const text = readFileSync(join(folder, name), 'utf8')

  it('calls buttons, pages and fields as the screen does', () => {
    const said = sentences(name === 'en.md' ? en : fr).join('\n')
    const quoted = [...text.matchAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/g)].map(([, words = '']) => words)
    expect(quoted.filter((words) => !said.includes(plain(words)))).toEqual([])
  })

  it('points to pages and pictures that are there', () => {
    const targets = [...text.matchAll(/\]\(([^)#]+)/g)].map(([, target = '']) => target)
    expect(targets.length).toBeGreaterThan(0)
    expect(targets.filter((target) => !existsSync(join(folder, target)))).toEqual([])
  })
})
