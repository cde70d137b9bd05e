import { z } from 'zod'
import type {
  MaskSuggestion,
  RedactablePicture,
  RedactionRecord,
  SealedOriginal,
} from '../read-models/redaction.ts'
import { method, output } from './define-contract.ts'
import { id, shortText } from './inputs.ts'

/** Bytes of a blurred copy: what an attachment may weigh. */
const largestPicture = 50 * 1024 * 1024

const passage = z.string().trim().min(2).max(2_000)

/** Masked words: gone from every list, search and document, kept under seal for those who may read them (I15). */
export const redactionsContract = {
  list: method({
    input: z.object({ submissionId: id }),
    output: output<readonly RedactionRecord[]>(),
    permission: 'read',
    writes: false,
  }),
  /** Passages that look like personal data, wherever masking would reach them. */
  suggestions: method({
    input: z.object({ submissionId: id }),
    output: output<readonly MaskSuggestion[]>(),
    permission: 'moderate',
    writes: false,
  }),
  /**
   * Masks every occurrence of the words in the submission, in what was written about it and in its project. Refuses
   * `passage-not-found`.
   */
  mask: method({
    input: z.object({ submissionId: id, passage, reason: shortText.min(1) }),
    output: output<readonly RedactionRecord[]>(),
    permission: 'moderate',
    writes: true,
  }),
  /** The same for many passages, in one act; those that are found nowhere are left out. */
  maskAll: method({
    input: z.object({
      submissionId: id,
      passages: z.array(passage).min(1).max(500),
      reason: shortText.min(1),
    }),
    output: output<readonly RedactionRecord[]>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Shows the words of one redaction again, wherever nobody has written other words since. */
  lift: method({
    input: z.object({ redactionId: id, reason: shortText.min(1) }),
    output: output<readonly RedactionRecord[]>(),
    permission: 'read-sealed',
    writes: true,
  }),
  /** Opens the seal for reading. */
  original: method({
    input: z.object({ submissionId: id }),
    output: output<SealedOriginal>(),
    permission: 'read-sealed',
    writes: false,
  }),
  /** A picture as everybody sees it. Refuses `picture-unknown` what is no JPEG, PNG or WebP picture. */
  picture: method({
    input: z.object({ attachmentId: id }),
    output: output<RedactablePicture>(),
    permission: 'read',
    writes: false,
  }),
  /** The picture behind a blur; the one that is shown where nothing is blurred. */
  originalPicture: method({
    input: z.object({ attachmentId: id }),
    output: output<{ readonly mediaType: string; readonly bytes: Uint8Array }>(),
    permission: 'read-sealed',
    writes: false,
  }),
  /**
   * Puts a copy whose pixels are destroyed inside the rectangles in the place of a picture, everywhere in the dossier.
   * The window makes the copy (it has the decoders); `sha256` is the state that it was made from. Refuses
   * `changed-meanwhile`, `blur-not-fitting`.
   */
  blurPicture: method({
    input: z.object({
      attachmentId: id,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      rectangles: z
        .array(
          z.object({
            x: z.number().int().min(0),
            y: z.number().int().min(0),
            width: z.number().int().min(1),
            height: z.number().int().min(1),
          }),
        )
        .min(1)
        .max(200),
      reason: shortText.min(1),
      content: z.instanceof(Uint8Array).refine((content) => content.byteLength <= largestPicture),
    }),
    output: output<RedactablePicture>(),
    permission: 'moderate',
    writes: true,
  }),
  /** Shows the original of a picture again. */
  showPicture: method({
    input: z.object({ attachmentId: id, reason: shortText.min(1) }),
    output: output<RedactablePicture>(),
    permission: 'read-sealed',
    writes: true,
  }),
} as const
