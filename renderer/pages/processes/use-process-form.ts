import { useQueryClient } from '@tanstack/react-query'
import type { ProcessDetail } from '../../../shared/read-models/process.ts'
import type { Client } from '../../api/client.ts'
import { useClient } from '../../api/parvis.tsx'
import { readKey } from '../../api/use-call.ts'
import { useVersionedForm, type VersionedForm } from '../../components/use-versioned-form.ts'
import { useWork } from '../../session/session.tsx'

/** One section of the settings: its values from the démarche, and how they are saved. */
export function useProcessForm<Values>(
  section: string,
  read: (process: ProcessDetail) => Values,
  save: (
    client: Client,
    values: Values,
    key: { processId: string; version: number },
  ) => Promise<ProcessDetail>,
): VersionedForm<Values> {
  const client = useClient()
  const queries = useQueryClient()
  const { process } = useWork()
  return useVersionedForm({
    draftKey: `process ${section} ${process.id}`,
    source: process,
    read,
    async save(values, version) {
      const saved = await save(client, values, { processId: process.id, version })
      queries.setQueryData(readKey('processes.get', { processId: process.id }), saved)
      return saved
    },
  })
}
