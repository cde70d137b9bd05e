import { Textarea, type TextareaProps } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RichText } from './rich-text.tsx'
import { htmlFromMarks, marksFromTree } from './rich-text-marks.ts'
import { richTree } from './rich-text-tree.ts'

interface RichTextFieldProps extends Omit<TextareaProps, 'value' | 'onChange' | 'defaultValue'> {
  /** Safe rich text. */
  readonly value: string
  onChange(html: string): void
}

function marksOf(html: string): string {
  return marksFromTree(richTree(new DOMParser().parseFromString(html, 'text/html').body.childNodes))
}

/** Edits safe rich text in a plain field with light marks, which every keyboard and screen reader knows; shows it below. */
export function RichTextField({ value, onChange, ...props }: RichTextFieldProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(() => marksOf(value))
  const [given, setGiven] = useState(value)
  useEffect(() => {
    if (value === given) return
    setGiven(value)
    // The services tidy what they store: that is no reason to move what is being typed.
    setText((before) => (marksOf(htmlFromMarks(before)) === marksOf(value) ? before : marksOf(value)))
  }, [value, given])
  return (
    <div>
      <Textarea
        autosize
        minRows={5}
        maxRows={16}
        description={t('common.marksHint')}
        {...props}
        value={text}
        onChange={(event) => {
          const next = event.currentTarget.value
          const html = htmlFromMarks(next)
          setText(next)
          setGiven(html)
          onChange(html)
        }}
      />
      {/[*[]|^(- |\d+\. |## |> )/m.test(text) && (
        <section aria-label={t('common.marksPreview')}>
          <RichText html={htmlFromMarks(text)} />
        </section>
      )}
    </div>
  )
}
