/** Refusals of moderation. */
export const errorsSubmissions = {
  'own-contribution': 'Proposal {{reference}} is yours: its decision belongs to somebody else.',
  'aside-day-past': 'Choose a day after today. Nothing was changed.',
  'aside-not-waiting':
    'Proposal {{reference}} is decided already: it cannot be set aside. Nothing was changed.',
  'reply-day-past': 'The day of the reply is past. Choose another day; nothing was changed.',
  'merge-impossible': 'Proposal {{reference}} cannot be grouped with {{into}}. Nothing was changed.',
  'merge-needs-lead': 'Choose the proposal to group {{reference}} with. Nothing was changed.',
  'split-not-merged': 'Proposal {{reference}} is not grouped. Nothing was changed.',
  'undo-overtaken':
    '“{{object}}” has changed since your act: it can no longer be taken back. Nothing was changed.',
  'reference-unknown': 'No proposal has the reference “{{reference}}”.',
  'reference-twice': 'The reference “{{reference}}” stands twice in the file.',
  'decision-unknown':
    'The decision “{{decision}}” is not known. Write for example: admissible, incomplete, inadmissible, withdrawn, merged with BP26-0012.',
  'reason-unknown': 'The reason “{{reason}}” is not known.',
  'attachment-too-large': 'The file “{{file}}” is larger than {{limitMegabytes}} MB. Nothing was changed.',
  'passage-not-found':
    'These words are not in the proposal, or are masked already. Nothing was changed: select them again.',
  'blur-not-fitting':
    'The blurred picture is not that of “{{file}}”: another size, or data of the camera. Nothing was changed: open the picture again.',
  'decisions-columns-missing':
    'No decision was read from “{{file}}”. Its header line needs at least the columns “reference” and “decision”; “reason” and “answer” may follow. Nothing was changed.',
  'decisions-empty': 'The file “{{file}}” holds no decision under its header line. Nothing was changed.',
  'meeting-ends-early': 'The meeting ends before it begins. Nothing was saved: correct one of the two dates.',
  'meeting-has-proposals':
    'The meeting “{{title}}” holds {{count}} proposals collected there: it stays in the register. Attach these proposals elsewhere first.',
  'supporters-columns-missing':
    'No supporter was read in “{{file}}”. It needs a header line with a column for the proposal (“reference”, “number”) and one for the person (“email”, “account”). Nothing was changed.',
  'supporters-empty': 'The file “{{file}}” holds no supporter below its header line. Nothing was changed.',
} as const
