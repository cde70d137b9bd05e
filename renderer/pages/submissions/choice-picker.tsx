import { Kbd, TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type KeyboardEvent, type Ref, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Choice, matchingChoices } from './choice.ts'
import classes from './decision.module.css'

interface ChoicePickerProps<Id extends string> {
  readonly label: string
  readonly choices: readonly Choice<Id>[]
  readonly chosen: readonly Id[]
  /** The field in which a few letters find a choice. */
  readonly field?: Ref<HTMLInputElement>
  /** `adding`: chosen besides others, nothing decided yet. */
  onPick(id: Id, adding: boolean): void
}

/**
 * Choices with a letter each. A few letters typed in the field find one, accents aside; arrows point, Enter picks the
 * one that is pointed at, with Shift besides the others.
 */
export function ChoicePicker<Id extends string>({
  label,
  choices,
  chosen,
  field,
  onPick,
}: ChoicePickerProps<Id>) {
  const { t } = useTranslation()
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [index, setIndex] = useState(0)
  const [pointing, setPointing] = useState(false)
  const found = matchingChoices(choices, typed)
  const pointed = pointing ? found[Math.min(index, found.length - 1)] : undefined

  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setIndex(Math.min(found.length - 1, index + 1))
    else if (event.key === 'ArrowUp') setIndex(Math.max(0, index - 1))
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && pointed !== undefined) {
      onPick(pointed.id, event.shiftKey)
      setTyped('')
      setIndex(0)
    } else if (event.key === 'Escape' && typed !== '') {
      setTyped('')
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <TextInput
        ref={field}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={pointed === undefined ? undefined : `${listId}-${pointed.id}`}
        aria-label={label}
        placeholder={t('submissions.choiceSearch')}
        rightSection={<Kbd aria-hidden>/</Kbd>}
        value={typed}
        onFocus={() => setPointing(true)}
        onBlur={() => setPointing(false)}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setIndex(0)
        }}
        onKeyDown={press}
      />
      <div
        id={listId}
        role="listbox"
        aria-multiselectable
        aria-label={label}
        tabIndex={-1}
        className={classes.reasons}
      >
        {found.map(({ id, letter, label: name, title, detail, unusual }) => {
          const on = chosen.includes(id)
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the field and the panel hear the keys for the list
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <div
              key={id}
              id={`${listId}-${id}`}
              role="option"
              className={classes.reason}
              aria-selected={on}
              aria-keyshortcuts={letter}
              title={title}
              data-foreseen={unusual !== true}
              data-pointed={pointed?.id === id || undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={(event) => onPick(id, event.shiftKey)}
            >
              <Kbd aria-hidden>{letter.toUpperCase()}</Kbd>
              <span className={classes.reasonName}>{name}</span>
              {detail !== undefined && <span className={classes.reasonDetail}>{detail}</span>}
              {on && <IconCheck size={16} aria-hidden />}
            </div>
          )
        })}
      </div>
      {found.length === 0 && (
        <p className={classes.nothing} role="status">
          {t('submissions.choiceNone')}
        </p>
      )}
    </>
  )
}
