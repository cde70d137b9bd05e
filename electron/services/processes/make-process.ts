import { startOfLocalDay } from '../../../shared/domain/dates/local-day.ts'
import type { RefusalReason } from '../../../shared/domain/moderation/refusal-reason.ts'
import { defaultPhases } from '../../../shared/domain/processes/default-phases.ts'
import type { ProcessKind } from '../../../shared/domain/processes/process-kind.ts'
import { createTranslator, type Language } from '../../../shared/messages/translator.ts'
import { saveDistricts } from '../../data/processes/district.repository.ts'
import {
  insertProcess,
  insertRulebook,
  replacePhases,
  saveThemes,
} from '../../data/processes/process.repository.ts'
import type { Change } from '../call.ts'
import { newId } from '../new-id.ts'

export interface NewProcess {
  readonly kind: ProcessKind
  readonly title: string
  readonly communeName: string
  readonly inseeCode: string
  readonly envelope: number | null
  readonly districts: readonly string[]
  readonly submissionOpensOn: string | null
  readonly submissionClosesOn: string | null
  readonly referencePrefix: string
  readonly position: number
  readonly language: Language
  readonly demonstration?: boolean
}

/** Calm, distinct in greyscale by their order of lightness, readable on white. */
const themeColors = ['#1d7a4c', '#1f5f99', '#b4541a', '#7a3e9d', '#a3195b', '#8a6d00', '#3d6b6b']

/** Each reason of the charter and where its article stands in the default rules. */
const charter: readonly (readonly [
  RefusalReason,
  'competence' | 'capital' | 'cap' | 'land' | 'general' | 'precise' | 'merge',
])[] = [
  ['not-municipal-competence', 'competence'],
  ['outside-territory', 'competence'],
  ['operating-cost', 'capital'],
  ['running-cost-too-high', 'capital'],
  ['study-only', 'capital'],
  ['over-cap', 'cap'],
  ['no-land', 'land'],
  ['already-planned', 'general'],
  ['not-general-interest', 'general'],
  ['commercial', 'general'],
  ['neutrality', 'general'],
  ['regulation', 'general'],
  ['safety', 'general'],
  ['technical', 'precise'],
  ['too-late', 'precise'],
  ['imprecise', 'precise'],
  ['duplicate', 'merge'],
]

const timeZone = 'Europe/Paris'

/** Makes a démarche that works at once: phases, themes, districts, rules, services. Answers its id. */
export async function makeProcess(change: Change, input: NewProcess): Promise<string> {
  const translate = createTranslator(input.language)
  const id = newId()
  const year = (input.submissionOpensOn ?? change.at).slice(0, 4)
  const budget = input.kind === 'participatory-budget'
  await insertProcess(change.trx, {
    id,
    kind: input.kind,
    title: input.title,
    edition: translate('defaults.edition', { year }),
    reference_prefix:
      input.referencePrefix ||
      `${{ 'participatory-budget': 'BP', consultation: 'CC', survey: 'EN' }[input.kind]}${year.slice(2)}`,
    commune_name: input.communeName,
    insee_code: input.inseeCode,
    contact: '',
    signature_block: '',
    accent_color: '#1f5f99',
    logo_attachment_id: null,
    envelope_cents: input.envelope,
    project_cap_cents: null,
    published_cost_step_cents: 10_000,
    foreword: budget ? translate('defaults.foreword') : '',
    voting_instructions: budget ? translate('defaults.votingInstructions') : '',
    time_zone: timeZone,
    voters_count: null,
    demonstration: input.demonstration === true ? 1 : 0,
    departments: JSON.stringify(translate('defaults.departments').split('|')),
    next_submission_number: 1,
    next_project_number: 1,
    position: input.position,
  })
  const { submissionOpensOn, submissionClosesOn } = input
  if (submissionOpensOn !== null && submissionClosesOn !== null) {
    const phases = defaultPhases(submissionOpensOn, submissionClosesOn).filter(
      (phase) => budget || phase.kind === 'submission',
    )
    await replacePhases(
      change.trx,
      id,
      phases.map((phase) => ({
        id: newId(),
        kind: phase.kind,
        opensAt: startOfLocalDay(phase.opensOn, timeZone),
        closesAt: startOfLocalDay(phase.closesOn, timeZone, 1),
      })),
    )
  }
  const themes = translate('defaults.themes').split('|')
  await saveThemes(
    change.trx,
    id,
    themes.map((name, index) => ({
      id: newId(),
      name,
      color: themeColors[index % themeColors.length] ?? '#1f5f99',
    })),
  )
  await saveDistricts(
    change.trx,
    id,
    input.districts.map((name, index) => ({
      id: newId(),
      code: String(index + 1).padStart(2, '0'),
      name,
      population: null,
      envelope: null,
    })),
  )
  await insertRulebook(change.trx, {
    id: newId(),
    processId: id,
    number: 1,
    text: translate('defaults.rules'),
    criteria: charter.map(([reason, article]) => ({
      reason,
      article: translate(`defaults.articles.${article}`),
    })),
    adoptedAt: change.at,
  })
  change.record({
    action: 'process.create',
    objectKind: 'process',
    objectId: id,
    objectLabel: input.title,
    processId: id,
    after: { kind: input.kind, title: input.title, envelope: input.envelope, districts: input.districts },
  })
  return id
}
