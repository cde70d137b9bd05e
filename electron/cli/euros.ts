import type { Language } from '../../shared/messages/translator.ts'

/** Cents as an amount to the cent; a dash where there is none. */
export function euros(cents: number | null, language: Language): string {
  if (cents === null) return '–'
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  return new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(cents / 100)
}
