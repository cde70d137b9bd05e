import { useMemo } from 'react'
import { useFormats } from '../../formats/use-formats.ts'

export interface Quantities {
  /** Thousandths of a unit. */
  quantity(thousandths: number): string
  /** Ten-thousandths of a euro: at least two decimals, and the others where there are any. */
  unitPrice(tenThousandths: number): string
  /** Basis points. */
  rate(basisPoints: number): string
}

/** Quantities, unit prices and rates of an estimate in the language of the moment. */
export function useQuantities(): Quantities {
  const { language } = useFormats()
  return useMemo(() => {
    const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
    const quantities = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
    const rates = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 })
    const prices = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: 'EUR',
      minimumFractionDigits: 2,
      maximumFractionDigits: 4,
    })
    const legible = (text: string): string => text.replaceAll('\u202f', '\u00a0')
    return {
      quantity: (thousandths) => legible(quantities.format(thousandths / 1_000)),
      unitPrice: (tenThousandths) => legible(prices.format(tenThousandths / 10_000)),
      rate: (basisPoints) => legible(rates.format(basisPoints / 10_000)),
    }
  }, [language])
}
