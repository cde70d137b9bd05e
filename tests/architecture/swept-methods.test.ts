import { describe, expect, it } from 'vitest'
import { methods, putsOut } from '../electron/redaction-sweep/methods.ts'
import { outputs } from '../electron/redaction-sweep/outputs.ts'

describe('the sweep over what leaves the dossier', () => {
  it('knows every method that answers a read or writes a file', () => {
    const missing = putsOut.map(([name]) => name).filter((name) => outputs[name] === undefined)
    expect(
      missing,
      'Say in tests/electron/redaction-sweep/outputs.ts how each is produced, or why it cannot tell a masked word',
    ).toEqual([])
    const gone = Object.keys(outputs).filter((name) => !methods.some(([known]) => known === name))
    expect(gone).toEqual([])
  })
})
