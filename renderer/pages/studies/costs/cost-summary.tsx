import { NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Estimate, estimatedFctva } from '../../../../shared/domain/finance/estimate.ts'
import { zeroCents } from '../../../../shared/domain/money/cents.ts'
import { writeDecimal } from '../../../../shared/domain/money/parse-decimal.ts'
import { AmountInput } from '../../../components/amount.tsx'
import { useFormats } from '../../../formats/use-formats.ts'
import type { CostDraft, ReadCosts } from './cost-draft.ts'
import classes from './cost-summary.module.css'

interface CostSummaryProps {
  readonly draft: CostDraft
  readonly estimate: Estimate
  readonly wrongRates: ReadCosts['wrongRates']
  readonly locked: boolean
  onChange(part: Partial<CostDraft>): void
}

/** From the works to the total incl. VAT, each add-on with its rate and its base, laid out as an invoice. */
export function CostSummary({ draft, estimate, wrongRates, locked, onChange }: CostSummaryProps) {
  const { t } = useTranslation()
  const { amount, language } = useFormats()
  const rate = (field: 'contingency' | 'designFee' | 'addOnVatRate', label: string): ReactNode => {
    const wrong = wrongRates.includes(field)
    return (
      <TextInput
        w="5.5rem"
        size="xs"
        inputMode="decimal"
        aria-label={label}
        rightSection={<span aria-hidden>%</span>}
        styles={{ input: { textAlign: 'end' } }}
        readOnly={locked}
        value={draft[field]}
        error={wrong && t(field === 'addOnVatRate' ? 'studies.addOnVatInvalid' : 'studies.rateInvalid')}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => onChange({ [field]: event.currentTarget.value })}
      />
    )
  }
  return (
    <table className={classes.summary}>
      <caption className="visually-hidden">{t('studies.summaryCaption')}</caption>
      <tbody>
        <tr>
          <th scope="row">{t('studies.works')}</th>
          <td>{amount(estimate.works)}</td>
        </tr>
        <tr>
          <th scope="row">
            {t('studies.contingency')}
            <span className={classes.inline}>{rate('contingency', t('studies.contingencyRate'))}</span>
          </th>
          <td>{amount(estimate.contingency)}</td>
        </tr>
        <tr>
          <th scope="row">
            {t('studies.designFee')}
            <span className={classes.inline}>
              {rate('designFee', t('studies.designFeeRate'))}
              <NativeSelect
                size="xs"
                aria-label={t('studies.designFeeBase')}
                disabled={locked}
                data={(['works', 'works-and-contingency'] as const).map((base) => ({
                  value: base,
                  label: t(`studies.base.${base}`),
                }))}
                value={draft.designFeeBase}
                onChange={(event) =>
                  onChange({
                    designFeeBase: event.currentTarget.value === 'works' ? 'works' : 'works-and-contingency',
                  })
                }
              />
            </span>
          </th>
          <td>{amount(estimate.designFee)}</td>
        </tr>
        <tr>
          <th scope="row">
            {t('studies.preliminaryStudies')}
            <span className={classes.inline}>
              <AmountInput
                w="8rem"
                aria-label={t('studies.preliminaryStudies')}
                readOnly={locked}
                value={draft.preliminaryStudies}
                onChange={(preliminaryStudies) => onChange({ preliminaryStudies })}
              />
            </span>
          </th>
          <td>{amount(estimate.preliminaryStudies)}</td>
        </tr>
        <tr data-total="excl">
          <th scope="row">{t('studies.totalExclVat')}</th>
          <td>{amount(estimate.amountExclVat)}</td>
        </tr>
        <tr>
          <th scope="row">
            {t('studies.addOnVatRate')}
            <span className={classes.inline}>{rate('addOnVatRate', t('studies.addOnVatRate'))}</span>
          </th>
          <td />
        </tr>
        {estimate.vatByRate.map(({ rateBasisPoints, base, vat }) => (
          <tr key={rateBasisPoints}>
            <th scope="row">
              {t('studies.vatAt', {
                rate: writeDecimal(rateBasisPoints, { decimals: 2, language }),
                base: amount(base),
              })}
            </th>
            <td>{amount(vat)}</td>
          </tr>
        ))}
        <tr data-total="incl">
          <th scope="row">{t('studies.totalInclVat')}</th>
          <td>{amount(estimate.amountInclVat)}</td>
        </tr>
        {estimate.amountInclVat > zeroCents && (
          <tr>
            <th scope="row">
              <small>{t('studies.fctva')}</small>
            </th>
            <td>
              <small>{amount(estimatedFctva(estimate.amountInclVat))}</small>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
