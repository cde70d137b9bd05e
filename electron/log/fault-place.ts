/** Causes followed behind a fault: chains are short, and a ring must end. */
const mostCauses = 4

/**
 * Kind of a fault and where it happened, never its message: that may quote what a citizen wrote. A system's own code
 * (`SQLITE_FULL`, `ENOENT`) quotes nobody and tells most.
 */
export function faultPlace(error: unknown): string {
  const places: string[] = []
  for (let fault = error; fault instanceof Error && places.length < mostCauses; fault = fault.cause)
    places.push([kindOf(fault), ...framesOf(fault)].join('\n'))
  return places.length === 0 ? typeof error : places.join('\ncaused by ')
}

function kindOf(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return /^[\w-]{1,60}$/.test(code) ? `${error.name} ${code}` : error.name
}

function framesOf({ stack = '', message }: Error): readonly string[] {
  // The message stands before the frames, and may itself hold lines that look like them.
  const start = message === '' ? -1 : stack.indexOf(message)
  const frames = start < 0 ? stack : stack.slice(start + message.length)
  return frames.split('\n').filter((line) => /^ {4}at /.test(line))
}
