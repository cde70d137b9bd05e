import type { ReportSheet } from '../../../shared/domain/reports/report-document.ts'
import type { ReportSources } from '../../../shared/read-models/reports.ts'
import type { Wording } from './wording.ts'

/** One report: which sheets it has, made from its own source. Text only from messages, figures only from the source. */
export interface Report {
  readonly id: string
  /** True when its sheets hold names of people: the read-me sheet then says so. */
  readonly holdsNames: boolean
  readonly sheets: (sources: ReportSources, wording: Wording) => Promise<readonly ReportSheet[]>
}
