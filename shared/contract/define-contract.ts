import type { z } from 'zod'
import type { Permission } from '../domain/people/permissions.ts'

declare const outputType: unique symbol

/** Carries the output type of a method; it has no value at run time because our own services made the output. */
export interface OutputMarker<O> {
  readonly [outputType]?: O
}

/**
 * One method that crosses between the window (or the command line) and the services.
 * `permission`: what the signed-in person must have; `'anyone'` asks for an open dossier but no profile,
 * `'outside'` asks for no dossier at all. `writes`: whether it changes the dossier.
 */
export interface MethodDefinition<I extends z.ZodType = z.ZodType, O = unknown> {
  readonly input: I
  readonly output: OutputMarker<O>
  readonly permission: Permission | 'anyone' | 'outside'
  readonly writes: boolean
}

export type FeatureContract = Readonly<Record<string, MethodDefinition>>

/** Declares the output type of a method: `output<Submission>()`. */
export function output<O>(): OutputMarker<O> {
  return {}
}

/** Declares one method and keeps its exact types. */
export function method<I extends z.ZodType, O>(definition: MethodDefinition<I, O>): MethodDefinition<I, O> {
  return definition
}

export type InputOf<M> = M extends MethodDefinition<infer I, unknown> ? z.input<I> : never
export type ParsedInputOf<M> = M extends MethodDefinition<infer I, unknown> ? z.output<I> : never
export type OutputOf<M> = M extends MethodDefinition<z.ZodType, infer O> ? O : never
