import { Textarea, TextInput } from '@mantine/core'
import type { FormQuestion } from '../../../shared/domain/paper/form-question.ts'
import { InitialsField } from './initials-field.tsx'

interface QuestionFieldProps {
  readonly question: FormQuestion
  readonly value: string
  readonly error: string | undefined
  onChange(answer: string): void
}

/** The answer to a question of the démarche. */
export function QuestionField({ question, value, error, onChange }: QuestionFieldProps) {
  const name = `question:${question.id}`
  if (question.kind === 'choice') {
    return (
      <InitialsField
        name={name}
        label={question.label}
        required={question.required}
        options={question.choices.map((choice) => ({ id: choice, name: choice }))}
        value={value === '' ? null : value}
        error={error}
        onChange={(choice) => onChange(choice ?? '')}
      />
    )
  }
  const common = {
    'data-field': name,
    label: question.label,
    required: question.required,
    value,
    error,
    ...(question.help === '' ? {} : { description: question.help }),
  }
  if (question.kind === 'long') {
    return (
      <Textarea
        {...common}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={20_000}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  return (
    <TextInput
      {...common}
      autoComplete="off"
      maxLength={2_000}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
