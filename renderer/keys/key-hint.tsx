import { Kbd } from '@mantine/core'
import { useParvis } from '../api/parvis.tsx'
import { useFormats } from '../formats/use-formats.ts'
import { keyLabel } from './key-name.ts'

/** The key of an act beside its name, for the eye; `?` tells all keys to everyone. */
export function KeyHint({ name }: { name: string }) {
  const { bridge } = useParvis()
  const { language } = useFormats()
  return (
    <span aria-hidden>
      {keyLabel(name, language, bridge.platform).map((part) => (
        <Kbd key={part} size="xs" ml={2}>
          {part}
        </Kbd>
      ))}
    </span>
  )
}
