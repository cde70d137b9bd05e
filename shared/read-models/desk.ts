/** A proposal that somebody put off. It is back in the queue from `untilOn` on, by itself. */
export interface SetAside {
  /** Local day. */
  readonly untilOn: string
  readonly note: string
  readonly setByName: string
  readonly setAt: string
  /** False from its day on, until it is decided. */
  readonly active: boolean
}

/** A completion that was asked for and not answered yet. */
export interface AwaitedCompletion {
  /** Local day of the request. */
  readonly askedOn: string
  /** Local day; absent for requests of before Parvis kept it. */
  readonly replyByOn: string | null
  readonly daysWaiting: number
  /** Days left until the reply is due; negative once it is late. */
  readonly daysLeft: number | null
}

/** What a proposal of the desk waits for. */
export interface DeskWaiting {
  readonly setAside: SetAside | null
  readonly completion: AwaitedCompletion | null
}

/** How the desk of a démarche works. */
export interface DeskSettings {
  /** Days that a proposer has to complete a proposal, unless the officer says otherwise. */
  readonly completionDays: number
}
