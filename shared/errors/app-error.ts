/** What a refusal may carry to its sentence: plain values only, so that it crosses every border. */
export type ErrorParameters = Readonly<Record<string, string | number>>

/**
 * A refusal that the user can understand and act on. `code` is stable and names the sentence in
 * `shared/messages/<language>/errors.ts`; everything else that is thrown is a fault, answered as `internal`.
 */
export class AppError extends Error {
  readonly code: string
  readonly parameters: ErrorParameters

  constructor(code: string, parameters: ErrorParameters = {}, options?: ErrorOptions) {
    super(code, options)
    this.name = 'AppError'
    this.code = code
    this.parameters = parameters
  }
}

/** True for a refusal with this code. */
export function isRefusal(error: unknown, code?: string): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code)
}
