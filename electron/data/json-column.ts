import { z } from 'zod'

/** Reads a JSON text column into its declared shape. A text that does not fit is a fault, not a refusal: the file was altered. */
export function readJson<S extends z.ZodType>(schema: S, text: string): z.output<S> {
  return schema.parse(JSON.parse(text))
}

export const stringList = z.array(z.string())
