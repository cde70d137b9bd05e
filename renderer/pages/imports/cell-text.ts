import type { TFunction } from 'i18next'
import type { CellValue } from '../../../shared/domain/imports/raw-table.ts'

/** A cell of the file as people read it. */
export function cellText(t: TFunction, cell: CellValue): string {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return t(cell ? 'common.yes' : 'common.no')
  return String(cell)
}
