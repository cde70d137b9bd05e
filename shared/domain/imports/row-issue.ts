/**
 * Why a row was refused or what was changed on its way in. Nothing is thrown for a bad row: issues are data.
 * `code` names the sentence under `imports.issues` in `shared/messages`; `column` is the file's own header.
 */
export interface RowIssue {
  readonly line: number
  readonly column: string
  readonly code: RowIssueCode
  readonly value?: string | undefined
}

export const rowIssueCodes = [
  'title-missing',
  'title-too-long',
  'text-missing',
  'cell-too-long',
  'date-unreadable',
  'number-unreadable',
  'amount-unreadable',
  'amount-negative',
  'coordinates-unreadable',
  'coordinates-incomplete',
  'identifier-missing',
  'identifier-repeated',
  'null-byte',
  'broken-character',
  'too-few-cells',
  'too-many-cells',
  'parent-unknown',
  'geometry-invalid',
  'email-unreadable',
] as const
export type RowIssueCode = (typeof rowIssueCodes)[number]
