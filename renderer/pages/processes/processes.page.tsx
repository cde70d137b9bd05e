import { Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { Page } from '../../components/page.tsx'
import { DistrictsForm } from './districts-form.tsx'
import { DocumentsForm } from './documents-form.tsx'
import { GeneralForm } from './general-form.tsx'
import { NewProcess } from './new-process.tsx'
import { PhasesForm } from './phases-form.tsx'
import { QuestionsForm } from './questions-form.tsx'
import { RulebookForm } from './rulebook-form.tsx'
import { SignalsForm } from './signals-form.tsx'
import { TeamForm } from './team-form.tsx'
import { ThemesForm } from './themes-form.tsx'

const sections = [
  ['general', GeneralForm],
  ['phases', PhasesForm],
  ['themes', ThemesForm],
  ['districts', DistrictsForm],
  ['rulebook', RulebookForm],
  ['questions', QuestionsForm],
  ['signals', SignalsForm],
  ['team', TeamForm],
  ['documents', DocumentsForm],
] as const

/** Settings of the démarche, section by section; `/processes/<section>` opens one. */
export function ProcessesPage() {
  const { t } = useTranslation()
  const { objectId } = useParams<{ objectId?: string }>()
  const [, navigate] = useLocation()
  const current = sections.find(([name]) => name === objectId)?.[0] ?? 'general'
  return (
    <Page title={t('processes.pageTitle')} actions={<NewProcess />}>
      <Tabs
        value={current}
        onChange={(name) => navigate(`/processes/${name ?? 'general'}`, { replace: true })}
      >
        <Tabs.List mb="md">
          {sections.map(([name]) => (
            <Tabs.Tab key={name} value={name}>
              {t(`processes.tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {sections.map(([name, Section]) => (
          <Tabs.Panel key={name} value={name}>
            <Section />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  )
}
