import { useTranslation } from 'react-i18next'
import { type Language, languages } from '../../../shared/messages/translator.ts'
import { OptionSelect } from './option-select.tsx'

interface LanguageOptionProps {
  readonly value: Language
  onChange(language: Language): void
}

/** The language that the document speaks. */
export function LanguageOption({ value, onChange }: LanguageOptionProps) {
  const { t } = useTranslation()
  return (
    <OptionSelect
      label={t('reports.language')}
      values={languages}
      value={value}
      name={(language) => t(`common.languageName.${language}`)}
      onChange={onChange}
    />
  )
}
