import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fr } from '../../shared/messages/fr/index.ts'

const services = join(import.meta.dirname, '../../electron/services')

/** Every action that a service records, by the name that stands in its code. */
function recordedActions(): readonly string[] {
  const names = readdirSync(services, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .flatMap((entry) => {
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
      return [...text.matchAll(/action: '([a-z-]+\.[a-z-]+)'/g)].map((match) => match[1] ?? '')
    })
  return [...new Set(names)].sort()
}

describe('the journal', () => {
  it('has words for every action that a service records', () => {
    const actions: Readonly<Record<string, Readonly<Record<string, string>>>> = fr.journal.action
    const wordless = recordedActions().filter((name) => {
      const [object = '', verb = ''] = name.split('.')
      return actions[object]?.[verb] === undefined
    })
    expect(recordedActions().length).toBeGreaterThan(20)
    expect(wordless).toEqual([])
  })
})
