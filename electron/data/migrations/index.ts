import { initialSchema } from './0001-initial-schema.ts'
import { redactions } from './0002-redactions.ts'
import { authorAddress } from './0003-author-address.ts'
import { redactedPictures } from './0004-redacted-pictures.ts'

import { meetingRegister } from './0005-meeting-register.ts'
import { paper } from './0006-paper.ts'
import { desk } from './0007-desk.ts'
import { map } from './0008-map.ts'

import { team } from './0009-team.ts'

import { letters } from './0010-letters.ts'
import { families } from './0011-families.ts'
import { signals } from './0012-signals.ts'
import { deskCounts } from './0013-desk-counts.ts'
import { settledPairs } from './0014-settled-pairs.ts'
import type { Migration } from './migration.ts'

/** All migrations in order. To add one: a file `NNNN-slug.ts` exporting a `Migration`, and its line at the end here. */
export const migrations = [
  initialSchema,
  redactions,
  authorAddress,
  redactedPictures,
  meetingRegister,
  paper,
  desk,
  map,
  team,
  letters,
  families,
  signals,
  deskCounts,
  settledPairs,
] as const satisfies readonly Migration[]
