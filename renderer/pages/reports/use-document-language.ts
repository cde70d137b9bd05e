import type { Language } from '../../../shared/messages/translator.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { useRemembered } from '../../preferences/preferences.tsx'

/** Language of the documents: the interface's until another is chosen, then remembered. */
export function useDocumentLanguage(): [Language, (language: Language) => void] {
  const { language } = useFormats()
  const [remembered, remember] = useRemembered('reports:language', '')
  return [remembered === 'fr' || remembered === 'en' ? remembered : language, remember]
}
