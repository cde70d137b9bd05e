import { describe, expect, it } from 'vitest'
import { CallError, createClient } from '../../../renderer/api/client.ts'
import type { ParvisBridge } from '../../../shared/contract/bridge.ts'
import type { Reply } from '../../../shared/contract/reply.ts'

function bridgeAnswering(reply: Reply<unknown>): { bridge: ParvisBridge; calls: unknown[][] } {
  const calls: unknown[][] = []
  return {
    calls,
    bridge: {
      platform: 'linux',
      cancel: () => undefined,
      onEvent: () => () => undefined,
      call: async (...call) => {
        calls.push(call)
        return reply
      },
    },
  }
}

describe('the client', () => {
  it('calls a method by its wire name and gives its value', async () => {
    const { bridge, calls } = bridgeAnswering({ ok: true, value: [] })
    await expect(createClient(bridge).dossiers.recent({}, 'call-1')).resolves.toEqual([])
    expect(calls).toEqual([['dossiers.recent', {}, 'call-1']])
  })

  it('throws a refusal with its code, parameters and incident', async () => {
    const { bridge } = bridgeAnswering({
      ok: false,
      error: { code: 'internal', parameters: { path: 'x' }, incidentId: 'i-7' },
    })
    const refusal = await createClient(bridge)
      .people.list({})
      .catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(CallError)
    expect(refusal).toMatchObject({ code: 'internal', parameters: { path: 'x' }, incidentId: 'i-7' })
  })
})
