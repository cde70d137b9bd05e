import { Kbd, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageKeys } from '../keys/keys.tsx'
import { focusListOf } from './list-pane.tsx'
import classes from './search-field.module.css'

interface SearchFieldProps {
  /** Says what is searched, to screen readers. */
  readonly label: string
  readonly value: string
  onChange(value: string): void
}

const typingPause = 150

/**
 * The search above a list: `/` enters it, Enter and ↓ go to the list, Escape empties it. The list is asked once the
 * typing pauses.
 */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(value)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sent = useRef(value)
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setTyped(value)
  }, [value])
  useEffect(() => () => clearTimeout(pause.current), [])
  const send = (text: string): void => {
    clearTimeout(pause.current)
    sent.current = text.trim()
    onChange(text.trim())
  }
  usePageKeys([
    {
      key: '/',
      label: t('common.searchKey'),
      run: () => {
        field.current?.focus()
        field.current?.select()
      },
    },
  ])
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault()
      send(typed)
      focusListOf(event.currentTarget)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (typed === '') focusListOf(event.currentTarget)
      else {
        setTyped('')
        send('')
      }
    }
  }
  return (
    <TextInput
      ref={field}
      type="search"
      className={classes.field}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={typed === '' ? <Kbd aria-hidden>/</Kbd> : undefined}
      aria-label={label}
      aria-keyshortcuts="/"
      title={label}
      placeholder={t('common.search')}
      value={typed}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        clearTimeout(pause.current)
        pause.current = setTimeout(() => send(text), typingPause)
      }}
      onKeyDown={press}
    />
  )
}
