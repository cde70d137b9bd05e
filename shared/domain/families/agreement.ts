/** Where the agreement of a proposer to be grouped stands. */
export const agreementStates = ['asked', 'agreed', 'refused', 'no-answer'] as const
export type AgreementState = (typeof agreementStates)[number]

/** By which means it was asked or given. */
export const agreementMeans = ['email', 'letter', 'phone', 'meeting', 'platform'] as const
export type AgreementMeans = (typeof agreementMeans)[number]
