import { z } from 'zod'
import { roles } from '../domain/people/permissions.ts'
import type { OpenDossier, PersonProfile } from '../read-models/dossier.ts'
import { method, output } from './define-contract.ts'
import { id, shortText, version } from './inputs.ts'

/** Who works in the dossier, and as whom one acts now. */
export const peopleContract = {
  list: method({
    input: z.object({}),
    output: output<readonly PersonProfile[]>(),
    permission: 'anyone',
    writes: false,
  }),
  /** Refuses with `passphrase-wrong`, slower after each failure. */
  signIn: method({
    input: z.object({ personId: id, passphrase: z.string().max(1_000).optional() }),
    output: output<OpenDossier>(),
    permission: 'anyone',
    writes: false,
  }),
  signOut: method({
    input: z.object({}),
    output: output<OpenDossier>(),
    permission: 'anyone',
    writes: false,
  }),
  add: method({
    input: z.object({
      name: shortText.min(1),
      roles: z.array(z.enum(roles)).min(1),
      department: shortText.nullable().default(null),
    }),
    output: output<PersonProfile>(),
    permission: 'manage-people',
    writes: true,
  }),
  /** Refuses to leave the dossier without an active administrator (`last-administrator`). */
  update: method({
    input: z.object({
      id,
      version,
      name: shortText.min(1),
      roles: z.array(z.enum(roles)).min(1),
      department: shortText.nullable(),
      active: z.boolean(),
    }),
    output: output<PersonProfile>(),
    permission: 'manage-people',
    writes: true,
  }),
  /** Sets or removes (null) one's own passphrase. */
  setPassphrase: method({
    input: z.object({
      current: z.string().max(1_000).optional(),
      next: z.string().min(8).max(1_000).nullable(),
    }),
    output: output<null>(),
    permission: 'read',
    writes: true,
  }),
} as const
