/** Refusals of letters. */
export const errorsLetters = {
  'letter-not-owed':
    'This letter of {{reference}} is no longer to be written: the decision has changed. Nothing was modified. The list shows what is left to write.',
  'letter-made':
    'The letter of {{reference}} was written or changed meanwhile. Nothing was noted and the files were removed. Start again.',
  'letter-field-unknown':
    '“{{name}}” is no field that Parvis can fill. The text was not saved; it is still shown. Correct the word or take its braces away.',
  'no-letter-to-make':
    'None of these letters can go this way. Nothing was written. Enter the proposers’ addresses first, or choose another way.',
  'letter-sent':
    'The letter of {{reference}} is marked as sent and can no longer be taken back. Nothing was modified. Mark it as not sent first.',
  'mail-address-invalid':
    'The e-mail of {{reference}} is no address. No draft was kept. Correct it in the contact details, then start again.',
} as const
