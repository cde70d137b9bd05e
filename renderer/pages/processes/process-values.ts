import type { InputFor } from '../../../shared/contract/contract.ts'
import { cents } from '../../../shared/domain/money/cents.ts'
import type { ProcessDetail } from '../../../shared/read-models/process.ts'

/** The fields that one save of the démarche writes together: its two forms each show a part of them. */
export type ProcessValues = Omit<InputFor<'processes', 'update'>, 'processId' | 'version'>

/** The editable fields of a démarche. */
export function readProcessValues(process: ProcessDetail): ProcessValues {
  return {
    title: process.title,
    edition: process.edition,
    referencePrefix: process.referencePrefix,
    communeName: process.communeName,
    inseeCode: process.inseeCode,
    contact: process.contact,
    signatureBlock: process.signatureBlock,
    accentColor: process.accentColor,
    envelope: process.envelope,
    projectCap: process.projectCap,
    publishedCostStep: process.publishedCostStep,
    foreword: process.foreword,
    votingInstructions: process.votingInstructions,
    votersCount: process.votersCount,
    departments: [...process.departments],
  }
}

/** What documents print: edited apart from the rest, so that neither form carries stale values of the other. */
export type DocumentValues = Pick<
  ProcessValues,
  'foreword' | 'votingInstructions' | 'contact' | 'signatureBlock' | 'accentColor'
>
export type GeneralValues = Omit<ProcessValues, keyof DocumentValues>

/** The fields of the documents form. */
export function readDocumentValues(process: ProcessDetail): DocumentValues {
  const { foreword, votingInstructions, contact, signatureBlock, accentColor } = readProcessValues(process)
  return { foreword, votingInstructions, contact, signatureBlock, accentColor }
}

/** The fields of the general form. */
export function readGeneralValues(process: ProcessDetail): GeneralValues {
  const { foreword, votingInstructions, contact, signatureBlock, accentColor, ...general } =
    readProcessValues(process)
  return general
}

/** Amounts of the form as the money type, for the amount fields. */
export function asCents(value: number | null): ReturnType<typeof cents> | null {
  return value === null ? null : cents(value)
}
