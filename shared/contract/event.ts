/** What the worker tells every window without having been asked. */
export type ParvisEvent =
  | {
      /** A long call moves on. `done` and `total` share one unit (rows, bytes or pages); `total` is 0 while unknown. */
      readonly kind: 'progress'
      readonly callId: string
      readonly method: string
      readonly step: string
      readonly done: number
      readonly total: number
    }
  | {
      /** Data changed: pages that show one of these topics ask again. Topics are the feature names of the contract. */
      readonly kind: 'changed'
      readonly topics: readonly string[]
    }
