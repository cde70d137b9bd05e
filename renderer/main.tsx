import '@fontsource-variable/atkinson-hyperlegible-next'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/charts/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './theme/global.css'
import i18next from 'i18next'
import { createRoot } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { resources } from '../shared/messages/translator.ts'
import { App } from './app.tsx'

await i18next.use(initReactI18next).init({
  lng: 'fr',
  fallbackLng: 'fr',
  resources,
  // React escapes what it renders.
  interpolation: { escapeValue: false },
})

const root = document.getElementById('root')
if (root === null) throw new Error('No root element')
createRoot(root).render(<App bridge={window.parvis} />)
