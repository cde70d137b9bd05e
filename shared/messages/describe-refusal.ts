import type { ReplyError } from '../contract/reply.ts'
import type { Translate } from './translator.ts'

/** Parameters that hold words of the domain, and where their labels are. */
const wordFamilies = [
  ['permission', 'permission'],
  ['roles', 'role'],
  ['role', 'role'],
  ['stage', 'stage'],
  ['from', 'stage'],
  ['to', 'stage'],
] as const

/** The sentence of a refusal in the language of `t`: what happened, what was kept, what to do. */
export function describeRefusal(t: Translate, { code, parameters, incidentId }: ReplyError): string {
  const spoken: Record<string, string | number> = { ...parameters }
  if (incidentId !== undefined) spoken.incidentId = incidentId
  for (const [name, family] of wordFamilies) {
    const raw = spoken[name]
    if (typeof raw !== 'string') continue
    spoken[name] = raw
      .split(/\s*,\s*/)
      .map((word) => t(`labels.${family}.${word}`, { defaultValue: word }))
      .join(', ')
  }
  return t(`errors.${code}`, { ...spoken, defaultValue: t('common.refusedWithCode', { code }) })
}
