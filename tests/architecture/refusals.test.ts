import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rowIssueCodes } from '../../shared/domain/imports/row-issue.ts'
import { createTranslator, languages } from '../../shared/messages/translator.ts'

const electron = join(import.meta.dirname, '../../electron')

/** Every word that stands in this place in the code of a folder. */
function wordsOf(folder: string, pattern: RegExp): readonly string[] {
  const words = readdirSync(join(electron, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) =>
      [...readFileSync(join(electron, folder, name), 'utf8').matchAll(pattern)].map(
        (match) => match[1] ?? '',
      ),
    )
  return [...new Set(words)].sort()
}

describe.each(languages)('the sentences in %s', (language) => {
  const t = createTranslator(language)
  const wordless = (family: string, codes: readonly string[]) =>
    codes.filter(
      (code) => t(`${family}.${code}`, { count: 2, lng: language, fallbackLng: [], defaultValue: '' }) === '',
    )

  it('say every refusal', () => {
    const codes = wordsOf('.', /new AppError\(\s*'([a-z-]+)'/g)
    expect(codes.length).toBeGreaterThan(50)
    expect(wordless('errors', codes)).toEqual([])
  })

  it('say why a row is rejected, and what a reader put right', () => {
    expect(wordless('imports.issues', rowIssueCodes)).toEqual([])
    const notices = wordsOf('imports', /(?:notices\.push\(\{\s*code: |say\()'([a-z0-9-]+)'/g)
    expect(notices).toContain('header-below')
    expect(wordless('imports.notices', notices)).toEqual([])
  })
})
