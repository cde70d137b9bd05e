import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { type ShellPorts, startWorker } from '../../../electron/shell/worker-client.ts'
import { AppError } from '../../../shared/errors/app-error.ts'

const entry = join(import.meta.dirname, 'worker-client.fixture.ts')
const settings = { paths: { userData: '/u', documents: '/d', temporary: '/t', resources: '/r' } }

function ports(): ShellPorts {
  return {
    printer: { print: async () => new Uint8Array([37, 80, 68, 70]) },
    picker: { pick: async ({ title }) => (title === 'closed' ? undefined : `/chosen/${title}`) },
    opener: {
      open: async (path) => {
        throw new AppError('file-to-open-missing', { path })
      },
      showInFolder: async () => {
        throw new TypeError('broken')
      },
    },
    log: { info: vi.fn(), error: vi.fn() },
  }
}

describe('the worker, seen from the main thread', () => {
  it('answers calls, in whatever order they end, with structured-clone data', async () => {
    const worker = startWorker(settings, ports(), entry)
    const input = { at: new Date(0), bytes: new Uint8Array([1, 2]), nothing: undefined }
    const [slow, quick] = await Promise.all([worker.call('slow', 1), worker.call('echo', input)])
    expect([slow, quick]).toEqual([
      { ok: true, value: 1 },
      { ok: true, value: input },
    ])
    await worker.stop()
  })

  it('carries a cancel to the call that it names', async () => {
    const worker = startWorker(settings, ports(), entry)
    const reply = worker.call('wait', {}, 'one')
    worker.cancel('one')
    expect(await reply).toEqual({ ok: false, error: { code: 'cancelled', parameters: {} } })
    await worker.stop()
  })

  it('tells events until the listener leaves', async () => {
    const worker = startWorker(settings, ports(), entry)
    const heard = vi.fn()
    const leave = worker.onEvent(heard)
    await worker.call('tell', {})
    leave()
    await worker.call('tell', {})
    expect(heard.mock.calls).toEqual([[{ kind: 'changed', topics: ['submissions'] }]])
    await worker.stop()
  })

  it('answers what the worker asks of the shell, refusals and faults included', async () => {
    const worker = startWorker(settings, ports(), entry)
    const asked = async (request: unknown) => (await worker.call('ask', request)) as { value: unknown }
    const pick = (title: string) => asked({ port: 'pick', request: { kind: 'open-file', title } })
    expect((await pick('a')).value).toEqual({ ok: true, value: '/chosen/a' })
    expect((await pick('closed')).value).toEqual({ ok: true, value: undefined })
    const printed = await asked({ port: 'print', request: { htmlPath: '/a.html', format: 'A4' } })
    expect(printed.value).toEqual({ ok: true, value: new Uint8Array([37, 80, 68, 70]) })
    expect((await asked({ port: 'open', path: '/gone.pdf' })).value).toEqual({
      ok: false,
      error: { code: 'file-to-open-missing', parameters: { path: '/gone.pdf' } },
    })
    expect((await asked({ port: 'show-in-folder', path: '/x' })).value).toMatchObject({
      ok: false,
      error: { code: 'internal', incidentId: expect.stringMatching(/^[0-9a-f]{8}$/) },
    })
    await worker.stop()
  })

  it('answers every waiting call when the worker dies, and starts anew at the next one', async () => {
    const shell = ports()
    const worker = startWorker(settings, shell, entry)
    const heard = vi.fn()
    worker.onEvent(heard)
    const replies = await Promise.all([worker.call('wait', {}), worker.call('die', {})])
    for (const reply of replies) expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } })
    const incidents = replies.map((reply) => (reply.ok ? '' : reply.error.incidentId))
    expect(new Set(incidents).size).toBe(2)
    expect(heard).toHaveBeenCalledWith(expect.objectContaining({ kind: 'changed' }))
    for (const incidentId of incidents) {
      expect(shell.log.error).toHaveBeenCalledWith(
        expect.any(String),
        expect.objectContaining({ incidentId }),
      )
    }
    expect(await worker.call('echo', 2)).toEqual({ ok: true, value: 2 })
    await worker.stop()
  })

  it('answers rather than throws when an input cannot be carried, or after the end', async () => {
    const worker = startWorker(settings, ports(), entry)
    expect(await worker.call('echo', () => 1)).toMatchObject({ ok: false, error: { code: 'internal' } })
    await worker.stop()
    expect(await worker.call('echo', 1)).toMatchObject({ ok: false, error: { code: 'internal' } })
  })
})
