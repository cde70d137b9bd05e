import { Button, Group, Progress, Radio, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTask } from '../../api/use-task.ts'
import { useSession } from '../../session/session.tsx'

const stories = ['roubaix', 'saint-jean-de-braye'] as const
const ends = ['results', 'submission'] as const

/** The demonstration: which story, told how far, then go. One click makes the first story to its end. */
export function Demonstration() {
  const { t } = useTranslation()
  const { enter } = useSession()
  const [story, setStory] = useState<(typeof stories)[number]>('roubaix')
  const [until, setUntil] = useState<(typeof ends)[number]>('results')
  const task = useTask('dossiers.createDemonstration', t('welcome.makingDemonstration'))
  const { progress } = task
  const start = async (): Promise<void> => {
    const dossier = await task.start({ story, until })
    if (dossier !== undefined) enter(dossier)
  }
  return (
    <Stack gap="sm" component="section">
      <Title order={2} id="demonstration">
        {t('welcome.demonstrationTitle')}
      </Title>
      <Text>{t('welcome.demonstrationIntroduction')}</Text>
      <Radio.Group
        aria-labelledby="demonstration"
        value={story}
        onChange={(value) => setStory(value === 'roubaix' ? 'roubaix' : 'saint-jean-de-braye')}
      >
        <Stack gap="xs">
          {stories.map((name) => (
            <Radio key={name} value={name} label={t(`welcome.story.${name}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Radio.Group
        label={t('welcome.demonstrationUntil')}
        value={until}
        onChange={(value) => setUntil(value === 'submission' ? 'submission' : 'results')}
      >
        <Stack gap="xs" mt={4}>
          {ends.map((name) => (
            <Radio key={name} value={name} label={t(`welcome.until.${name}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Group>
        <Button size="sm" loading={task.running} onClick={() => void start()}>
          {t('welcome.openDemonstration')}
        </Button>
        {task.running && (
          <Button variant="subtle" onClick={task.cancel}>
            {t('common.cancel')}
          </Button>
        )}
      </Group>
      {progress !== undefined && progress.total > 0 && (
        <Progress
          value={(progress.done / progress.total) * 100}
          aria-label={t('welcome.makingDemonstration')}
        />
      )}
    </Stack>
  )
}
