import { Button, Group, Progress, Radio, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTask } from '../../api/use-task.ts'
import { useSession } from '../../session/session.tsx'

const stories = ['roubaix', 'saint-jean-de-braye'] as const

/** The demonstration in two clicks: which story, then go. */
export function Demonstration() {
  const { t } = useTranslation()
  const { enter } = useSession()
  const [story, setStory] = useState<(typeof stories)[number]>('roubaix')
  const task = useTask('dossiers.createDemonstration', t('welcome.makingDemonstration'))
  const { progress } = task
  const start = async (): Promise<void> => {
    const dossier = await task.start({ story })
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
