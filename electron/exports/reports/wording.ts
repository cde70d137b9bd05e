import type { ColumnKind, ReportColumn } from '../../../shared/domain/reports/report-document.ts'
import { legalSheetName } from '../../../shared/domain/reports/sheet-name.ts'
import type { Translate } from '../../../shared/messages/translator.ts'
import type { ReportContext } from '../../../shared/read-models/reports.ts'
import { createFormats } from '../documents/formats.ts'

/** The words of one report: its language, and the names that its sheets and columns bear. */
export interface Wording {
  readonly context: ReportContext
  readonly t: Translate
  readonly sheetName: (key: string) => string
  /** A column headed by `workbooks.column.<key>`. */
  readonly column: (
    key: string,
    kind: ColumnKind,
    width: number,
    options?: { readonly total?: 'sum'; readonly outline?: boolean; readonly header?: string },
  ) => ReportColumn
  /** Values of a list in one cell. */
  readonly list: (values: readonly string[]) => string | null
  /** The local day of an instant, in letters. */
  readonly dayOf: (instant: string) => string
  /** The local day and time of an instant, in letters. */
  readonly moment: (instant: string) => string
  /** A local day in figures. */
  readonly shortDate: (day: string) => string
}

/** The words of a report in the language of its context. */
export function createWording(context: ReportContext): Wording {
  const { t, dayOf } = createFormats(context.language, context.timeZone)
  const french = context.language === 'fr'
  const clock = new Intl.DateTimeFormat(french ? 'fr-FR' : 'en-GB', {
    timeStyle: 'short',
    timeZone: context.timeZone,
  })
  return {
    context,
    t,
    sheetName: (key) => legalSheetName(t(`workbooks.sheet.${key}`)),
    column: (key, kind, width, options = {}) => ({
      header: options.header ?? t(`workbooks.column.${key}`),
      key,
      width,
      kind,
      ...(options.total === undefined ? {} : { total: options.total }),
      ...(options.outline === undefined ? {} : { outline: options.outline }),
    }),
    list: (values) => (values.length === 0 ? null : values.join('\n')),
    dayOf,
    moment: (instant) => {
      const time = clock.format(new Date(instant))
      return `${dayOf(instant)}, ${french ? time.replace(':', ' h ') : time}`
    },
    shortDate: (day) => day.split('-').reverse().join('/'),
  }
}
