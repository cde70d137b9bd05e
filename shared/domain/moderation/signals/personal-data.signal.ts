import { matches, type Signal } from './signal.ts'

/** French telephone numbers (01 23 45 67 89, +33 1 23…), e-mail addresses, IBAN of any country. */
const patterns = [
  /(?<![\d+])(?:0|\+33[\s.]?\(?0?\)?[\s.]?)[1-9](?:[\s.-]?\d{2}){4}(?!\d)/g,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?\b/g,
]

/** Ways to reach or to pay somebody, which must not be printed. */
export const personalDataSignal = {
  id: 'personal-data',
  evidence: (subject) => patterns.flatMap((pattern) => matches(subject, pattern)),
} as const satisfies Signal
