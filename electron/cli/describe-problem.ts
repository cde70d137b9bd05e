import { AppError } from '../../shared/errors/app-error.ts'
import { describeRefusal } from '../../shared/messages/describe-refusal.ts'
import type { Translate } from '../../shared/messages/translator.ts'
import { Refused } from './command.ts'
import { WrongUsage } from './wrong-usage.ts'

export interface Problem {
  readonly code: string
  readonly message: string
  readonly exitCode: 1 | 2
  readonly command?: string | undefined
}

/** What went wrong, as a sentence and an exit code. Anything that is no refusal is thrown on: it is a fault. */
export function describeProblem(error: unknown, t: Translate): Problem {
  if (error instanceof WrongUsage) {
    const { code, parameters, command } = error
    return { code, message: t(`commandLine.usage.${code}`, { ...parameters }), exitCode: 2, command }
  }
  if (error instanceof Refused)
    return { code: error.error.code, message: describeRefusal(t, error.error), exitCode: 1 }
  if (error instanceof AppError) {
    const { code, parameters } = error
    return { code, message: describeRefusal(t, { code, parameters }), exitCode: 1 }
  }
  throw error
}
