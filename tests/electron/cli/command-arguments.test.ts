import { describe, expect, it } from 'vitest'
import { readArguments } from '../../../electron/cli/command-arguments.ts'

const options = { out: 'text', only: 'texts', json: 'flag' } as const

describe('readArguments', () => {
  it('reads words, flags and values wherever they stand', () => {
    const given = readArguments(['a.parvis', '--json', '--only=x', '--out', 'b', '--only', 'y', 'c'], options)
    expect(given.words).toEqual(['a.parvis', 'c'])
    expect([given.flag('json'), given.text('out'), given.texts('only')]).toEqual([true, 'b', ['x', 'y']])
  })

  it('takes a value that begins with a dash when it is written with =, and words after --', () => {
    const given = readArguments(['--out=-x', '--', '--not-an-option'], options)
    expect([given.text('out'), given.words]).toEqual(['-x', ['--not-an-option']])
  })

  it.each([
    [['--nope'], 'option-unknown'],
    [['-x'], 'option-unknown'],
    [['--constructor'], 'option-unknown'],
    [['--out'], 'option-without-value'],
    [['--out', '--json'], 'option-without-value'],
    [['--json=yes'], 'option-with-value'],
  ])('refuses %j', (typed, code) => {
    expect(() => readArguments(typed, options)).toThrow(expect.objectContaining({ code }))
  })
})
