/** What the file of answers for Decidim would hold, and what stands in its way. */
export interface DecidimAnswerPlan {
  readonly answers: number
  /** The first of them, as the file holds them. */
  readonly sample: readonly {
    readonly reference: string
    readonly id: string
    readonly state: string
    readonly answerHtml: string
  }[]
  /** Submissions that do not come from the platform. */
  readonly withoutPlatformId: number
  /** From the platform, but undecided, merged or withdrawn. */
  readonly notWritten: number
  /** Components of the platform that the submissions come from: a file answers one at a time. */
  readonly components: readonly { readonly id: string; readonly submissions: number }[]
  /** What the platform would refuse the whole file for, by reference. */
  readonly toCorrect: {
    readonly emptyAnswers: readonly string[]
    readonly unknownStates: readonly string[]
    readonly invalidIds: readonly string[]
  }
}
