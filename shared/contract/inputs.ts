import { z } from 'zod'
import { type Cents, cents } from '../domain/money/cents.ts'

/** Pieces of input that several features share. */

export const id = z.uuid()

/** Integer cents, zero or more. */
export const amount = z
  .number()
  .int()
  .min(0)
  .max(9_000_000_000_000)
  .transform((value): Cents => cents(value))

export const localDay = z.iso.date()
export const instant = z.iso.datetime({ offset: true })
export const shortText = z.string().trim().max(300)
/** Lines of an address as they stand on an envelope. */
export const postalAddress = z.string().trim().max(600)
export const longText = z.string().max(200_000)
export const version = z.number().int().min(1)
export const filePath = z.string().min(1).max(4_096)
export const latitude = z.number().min(-90).max(90)
export const longitude = z.number().min(-180).max(180)
