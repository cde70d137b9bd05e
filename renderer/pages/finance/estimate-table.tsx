import { Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Cents } from '../../../shared/domain/money/cents.ts'
import type { StudyDetail } from '../../../shared/read-models/study.ts'
import { useRead } from '../../api/use-call.ts'
import { Amount } from '../../components/amount.tsx'
import { useFormats } from '../../formats/use-formats.ts'
import classes from './finance.module.css'
import { useQuantities } from './use-quantities.ts'

/** The estimate of one study as it was worked out, to be read before signing. */
export function EstimateTable({ studyId }: { studyId: string }) {
  const { t } = useTranslation()
  const { data: study } = useRead('studies.get', { studyId }, { keep: false })
  if (study === undefined) return null
  const { reference, title, id } = study.submission
  const name = t('finance.costsOf', { reference, title })
  return (
    <section className={classes.section}>
      <div className={classes.head}>
        <Title order={3}>
          {reference} — {title}
        </Title>
        <Link href={`/studies/${id}`}>{t('finance.openStudy')}</Link>
      </div>
      {study.costLines.length === 0 && <Text c="dimmed">{t('finance.noLines')}</Text>}
      <Table.ScrollContainer minWidth="28rem">
        <Table>
          <Table.Caption className="visually-hidden">{name}</Table.Caption>
          <Lines study={study} />
          <Sums study={study} />
        </Table>
      </Table.ScrollContainer>
      {study.runningCostNote !== '' && <Text c="dimmed">{study.runningCostNote}</Text>}
    </section>
  )
}

function Lines({ study }: { study: StudyDetail }) {
  const { t } = useTranslation()
  const { quantity, unitPrice, rate } = useQuantities()
  return (
    <>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('finance.line')}</Table.Th>
          {(['quantity', 'unitPrice', 'vatRate', 'exclVat'] as const).map((name) => (
            <Table.Th key={name} scope="col" className={classes.amount}>
              {t(`finance.${name}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {study.costLines.map((line, index) => (
          <Table.Tr key={line.id}>
            <Table.Th scope="row" fw={400}>
              {line.label}
            </Table.Th>
            <Table.Td className={classes.amount}>
              {quantity(line.quantityThousandths)} {line.unit}
            </Table.Td>
            <Table.Td className={classes.amount}>{unitPrice(line.unitPriceTenThousandths)}</Table.Td>
            <Table.Td className={classes.amount}>{rate(line.vatRateBasisPoints)}</Table.Td>
            <Table.Td className={classes.amount}>
              <Amount value={study.estimate.lines[index] ?? null} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </>
  )
}

function Sums({ study: { addOns, estimate, annualRunningCost } }: { study: StudyDetail }) {
  const { t } = useTranslation()
  const { amount } = useFormats()
  const { rate } = useQuantities()
  const addOn = (label: string, value: Cents) => (value === 0 ? null : <Sum label={label} value={value} />)
  return (
    <Table.Tfoot>
      <Sum label={t('finance.works')} value={estimate.works} />
      {addOn(t('finance.contingency', { rate: rate(addOns.contingencyBasisPoints) }), estimate.contingency)}
      {addOn(t('finance.designFee', { rate: rate(addOns.designFeeBasisPoints) }), estimate.designFee)}
      {addOn(t('finance.preliminaryStudies'), estimate.preliminaryStudies)}
      <Sum label={t('finance.amountExclVat')} value={estimate.amountExclVat} />
      {estimate.vatByRate.map(({ rateBasisPoints, base, vat }) => (
        <Sum
          key={rateBasisPoints}
          label={t('finance.vat', { rate: rate(rateBasisPoints), base: amount(base) })}
          value={vat}
        />
      ))}
      <Sum label={t('finance.amountInclVat')} value={estimate.amountInclVat} strong />
      <Sum label={t('finance.runningCost')} value={annualRunningCost} />
    </Table.Tfoot>
  )
}

function Sum({ label, value, strong = false }: { label: string; value: Cents | null; strong?: boolean }) {
  return (
    <Table.Tr className={strong ? classes.total : undefined}>
      <Table.Th scope="row" colSpan={4} fw={strong ? undefined : 400}>
        {label}
      </Table.Th>
      <Table.Td className={classes.amount}>
        <Amount value={value} />
      </Table.Td>
    </Table.Tr>
  )
}
