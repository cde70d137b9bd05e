import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../formats/use-formats.ts'
import { parseDegrees } from './parse-degrees.ts'

interface DegreesInputProps {
  readonly label: string
  /** Largest value, either way. */
  readonly limit: number
  readonly readOnly: boolean
  readonly value: number | null
  onChange(value: number | null): void
}

/** A coordinate in decimal degrees; told only when it is one. */
export function DegreesInput({ label, limit, readOnly, value, onChange }: DegreesInputProps) {
  const { t } = useTranslation()
  const { language } = useFormats()
  const written = (degrees: number | null): string =>
    degrees === null ? '' : language === 'fr' ? String(degrees).replace('.', ',') : String(degrees)
  const [text, setText] = useState(() => written(value))
  const [given, setGiven] = useState(value)
  useEffect(() => {
    if (value === given) return
    setGiven(value)
    setText(value === null ? '' : language === 'fr' ? String(value).replace('.', ',') : String(value))
  }, [value, given, language])
  const wrong = parseDegrees(text, limit) === undefined
  return (
    <TextInput
      w="9rem"
      label={label}
      inputMode="decimal"
      readOnly={readOnly}
      error={wrong ? t('projects.coordinatesInvalid') : undefined}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        const degrees = parseDegrees(event.currentTarget.value, limit)
        if (degrees === undefined) return
        setGiven(degrees)
        onChange(degrees)
      }}
    />
  )
}
