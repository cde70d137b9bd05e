import { createInstance, type TFunction } from 'i18next'
import { en } from './en/index.ts'
import { fr } from './fr/index.ts'

export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

/** Everything that can be said, by language: handed to i18next here and in the window. */
export const resources = { fr: { translation: fr }, en: { translation: en } } as const

export type Translate = TFunction

/** A translator for documents and messages made outside the window. Unknown keys come back as themselves. */
export function createTranslator(language: Language): Translate {
  const instance = createInstance()
  // Escaping belongs to whoever writes the sentence into HTML; React does it on its own.
  void instance.init({
    lng: language,
    fallbackLng: 'fr',
    resources,
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  return instance.t
}
