import { describe, expect, it } from 'vitest'
import { contract, methodNames } from '../../shared/contract/contract.ts'
import { permissions } from '../../shared/domain/people/permissions.ts'
import { en } from '../../shared/messages/en/index.ts'
import { fr } from '../../shared/messages/fr/index.ts'

function keys(messages: object, path = ''): readonly string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : keys(value as object, `${path}${key}.`),
  )
}

describe('the contract', () => {
  it('names each method once and asks for a permission that exists', () => {
    expect(new Set(methodNames).size).toBe(methodNames.length)
    const known: readonly string[] = [...permissions, 'anyone', 'outside']
    for (const methods of Object.values(contract)) {
      for (const definition of Object.values(methods)) expect(known).toContain(definition.permission)
    }
  })

  it('refuses a malformed input everywhere', () => {
    for (const methods of Object.values(contract)) {
      for (const [name, definition] of Object.entries(methods)) {
        expect(definition.input.safeParse('nonsense').success, name).toBe(false)
      }
    }
  })
})

describe('the messages', () => {
  it('say everything in both languages', () => {
    expect(keys(en)).toEqual(keys(fr))
  })

  it('use the same placeholders in both languages', () => {
    const flat = (messages: object): readonly [string, string][] =>
      Object.entries(messages).flatMap(([key, value]) =>
        typeof value === 'string'
          ? [[key, value] as [string, string]]
          : flat(value as object).map(([inner, text]) => [`${key}.${inner}`, text] as [string, string]),
      )
    const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort()
    const english = new Map(flat(en))
    for (const [key, text] of flat(fr))
      expect([key, placeholders(english.get(key) ?? '')]).toEqual([key, placeholders(text)])
  })
})
