import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFileLog } from '../../../electron/log/file-log.ts'

const words = 'Madame Durand, 06 12 34 56 78'

describe('the log', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parvis-log-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const written = () => readFileSync(join(folder, 'worker.log'), 'utf8')

  it('says what kind of fault happened and where, and no word of its message or of its causes', () => {
    const cause = Object.assign(new Error(`disk: ${words}`), { code: 'ENOSPC' })
    const fault = new TypeError(`Cannot read « ${words} »\n    at ${words}`, { cause })
    createFileLog(folder, 'worker').error('call failed', { method: 'submissions.get', fault })
    const line: Record<string, string> = JSON.parse(written())
    expect(line).toMatchObject({ level: 'error', message: 'call failed', method: 'submissions.get' })
    expect(line.fault).toMatch(/^TypeError\n {4}at .*file-log\.test\.ts/)
    expect(line.fault).toMatch(/\ncaused by Error ENOSPC\n {4}at /)
    expect(written()).not.toContain('Durand')
    expect(written()).not.toContain('06 12')
  })

  it('says of a thrown text only that it was one', () => {
    createFileLog(folder, 'worker').error('call failed', { fault: words })
    expect(JSON.parse(written())).toMatchObject({ fault: 'string' })
  })

  it('ends with a ring of causes', () => {
    const fault = new Error('one')
    fault.cause = fault
    createFileLog(folder, 'worker').error('call failed', { fault })
    expect(written().match(/caused by/g)).toHaveLength(3)
  })
})
