/** Refusals of paper batches and their entry. */
export const errorsPaper = {
  'form-number-taken':
    'Form {{number}} of batch {{code}} has been entered already: it is proposal {{reference}}. What you typed is kept: correct the number.',
  'form-number-set-aside':
    'Form {{number}} of batch {{code}} is noted as not returned, blank or cancelled. What you typed is kept: correct the number, or take this form back in the batch.',
  'form-number-out-of-range':
    'Batch {{code}} has {{count}} forms: it has no number {{number}}. What you typed is kept: correct the number, or enlarge the batch.',
  'form-number-missing': 'Give the number printed on the form of batch {{code}}.',
  'answer-missing': 'The question “{{question}}” needs an answer. What you typed is kept.',
  'form-decided':
    'Proposal {{reference}} was imported, has been decided already, or has masked words: its text is no longer corrected here. Nothing was changed.',
  'batch-closed': 'Batch {{code}} is closed. Nothing was changed: reopen it with a reason to complete it.',
  'batch-open': 'Batch {{code}} is not closed. Nothing was changed.',
  'batch-has-missing':
    'Batch {{code}} cannot be closed: {{numbers}} are missing. Enter these forms, or say what became of them.',
  'batch-range-too-short':
    'Batch {{code}} cannot have fewer than {{number}} forms: this number is known already. Nothing was changed.',
  'scan-unknown': 'The file “{{file}}” is neither a PDF nor a JPEG or PNG picture. Nothing was changed.',
  'question-twice': 'Two questions have the same wording. Nothing was saved: change one of them.',
  'question-without-choices':
    'A question with choices needs at least two possible answers. Nothing was saved.',
} as const
