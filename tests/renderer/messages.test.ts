import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createTranslator } from '../../shared/messages/translator.ts'

const root = join(import.meta.dirname, '../../renderer')

function sources(): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
}

/** Keys written out in `t('…')` or `labelKey: '…'`; those made from values are held by types and labels. */
function literalKeys(text: string): readonly string[] {
  return [...text.matchAll(/(?:\bt\(\s*|labelKey: )'([A-Za-z][\w.-]*)'/g)].flatMap(([, key]) => key ?? [])
}

describe('the sentences of the window', () => {
  const t = createTranslator('fr')

  it.each(sources())('%s uses keys that exist', (name) => {
    const missing = literalKeys(readFileSync(join(root, name), 'utf8')).filter(
      (key) => t(key, { count: 2, defaultValue: '' }) === '',
    )
    expect(missing).toEqual([])
  })
})
