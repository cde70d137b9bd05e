import { z } from 'zod'
import type { AddressBase, AddressFile, AddressReview, AddressSuggestion } from '../read-models/addresses.ts'
import { method, output } from './define-contract.ts'
import { filePath, id } from './inputs.ts'

/** INSEE codes or names of communes to keep of a file; all when absent. */
const communes = z.array(z.string().max(100)).max(1_000).optional()

const choice = z.object({ kind: z.enum(['address', 'street']), id: z.number().int().min(1) })

/** The address base of the commune, on this machine, and the points that it gives. */
export const addressesContract = {
  /** Null while none was imported. */
  base: method({
    input: z.object({}),
    output: output<AddressBase | null>(),
    permission: 'read',
    writes: false,
  }),
  /** Refuses `addresses-columns-missing` a table without street or coordinates, `addresses-none` one without any address. */
  inspect: method({
    input: z.object({ path: filePath, communes }),
    output: output<AddressFile>(),
    permission: 'configure-process',
    writes: false,
  }),
  /** Replaces the base by the file, entirely or not at all. Refuses `file-changed`. */
  importBase: method({
    input: z.object({ path: filePath, communes, sha256: z.string().length(64).optional() }),
    output: output<AddressBase>(),
    permission: 'configure-process',
    writes: true,
  }),
  /** Places that a text may mean, the likeliest first; the text may still be being typed. */
  search: method({
    input: z.object({ text: z.string().max(300), limit: z.number().int().min(1).max(20).default(6) }),
    output: output<readonly AddressSuggestion[]>(),
    permission: 'read',
    writes: false,
  }),
  /** Proposals with an address and no point, with what the base makes of each. */
  review: method({
    input: z.object({ processId: id, limit: z.number().int().min(1).max(20_000).default(5_000) }),
    output: output<AddressReview>(),
    permission: 'read',
    writes: false,
  }),
  /**
   * Gives points to proposals that have none, by their address; their district follows where nobody chose one. Those
   * that got a point meanwhile are left alone. One act.
   */
  place: method({
    input: z.object({
      processId: id,
      placings: z
        .array(z.object({ submissionId: id, choice }))
        .min(1)
        .max(20_000),
    }),
    output: output<{ readonly placed: number }>(),
    permission: 'moderate',
    writes: true,
  }),
} as const
