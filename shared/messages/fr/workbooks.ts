export const workbooks = {} as const
