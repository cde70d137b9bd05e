import { Button, Group, Kbd, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconBlur, IconPhoto } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProjectDetail } from '../../../shared/read-models/project.ts'
import { useClient } from '../../api/parvis.tsx'
import { useChange, useRead } from '../../api/use-call.ts'
import { BlurDialog } from '../../components/blur/blur-dialog.tsx'
import { StoredPicture } from '../../components/stored-picture.tsx'
import { usePageKeys } from '../../keys/keys.tsx'
import { useDoneNotice } from '../../notices/use-undo.tsx'
import { GuardedButton } from '../../session/guarded-button.tsx'
import { usePermission } from '../../session/use-permission.ts'
import classes from './projects.module.css'

/** The picture of a project, its words for who does not see it, and its credit. */
export function ProjectPicture({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation()
  const client = useClient()
  const done = useDoneNotice()
  const { allowed } = usePermission('edit-project')
  const [blurring, setBlurring] = useState<string>()
  const setPicture = useChange('projects.setPicture')
  const { data: bytes } = useRead(
    'projects.picture',
    project.picture === null ? null : { attachmentId: project.picture.id },
    { keep: false },
  )
  const { words, type, leave } = usePictureWords(project)
  const target = { projectId: project.id, version: project.version }
  const choose = async (): Promise<void> => {
    const { path } = await client.application.chooseFile({
      kind: 'open-file',
      title: t('projects.choosePicture'),
      filters: [{ name: t('projects.pictureFiles'), extensions: ['png', 'jpg', 'jpeg', 'webp'] }],
    })
    if (path === null) return
    setPicture.mutate(
      { ...target, path },
      { onSuccess: () => done(t('projects.pictureDone'), { undoable: true }) },
    )
  }
  const remove = (): void =>
    setPicture.mutate(
      { ...target, path: null },
      { onSuccess: () => done(t('projects.pictureRemoved'), { undoable: true }) },
    )
  usePageKeys([{ key: 'i', label: t('projects.choosePicture'), enabled: allowed, run: () => void choose() }])
  return (
    <Stack component="section" gap="sm" className={classes.section}>
      <Title order={2}>{t('projects.picture')}</Title>
      {project.picture === null ? (
        <Text c="dimmed">{t('projects.noPicture')}</Text>
      ) : (
        <>
          <StoredPicture
            picture={bytes}
            alt={project.picture.alternativeText || project.picture.fileName}
            mah={260}
            radius="sm"
          />
          <div className={classes.pair}>
            <TextInput
              label={t('projects.alternativeText')}
              description={t('projects.alternativeTextHint')}
              maxLength={300}
              readOnly={!allowed}
              error={words.alternativeText.trim() === '' ? t('projects.alternativeTextMissing') : undefined}
              value={words.alternativeText}
              onChange={(event) => type({ alternativeText: event.currentTarget.value })}
              onBlur={leave}
            />
            <TextInput
              label={t('projects.credit')}
              description={t('projects.creditHint')}
              maxLength={300}
              readOnly={!allowed}
              value={words.credit}
              onChange={(event) => type({ credit: event.currentTarget.value })}
              onBlur={leave}
            />
          </div>
        </>
      )}
      <Group gap="xs">
        <GuardedButton
          permission="edit-project"
          variant="default"
          leftSection={<IconPhoto size={16} aria-hidden />}
          rightSection={
            <Kbd aria-hidden size="xs">
              I
            </Kbd>
          }
          loading={setPicture.isPending}
          onClick={() => void choose()}
        >
          {t(project.picture === null ? 'projects.choosePicture' : 'projects.replacePicture')}
        </GuardedButton>
        {project.picture !== null && (
          <GuardedButton
            permission="moderate"
            variant="subtle"
            leftSection={<IconBlur size={16} aria-hidden />}
            onClick={() => setBlurring(project.picture?.id)}
          >
            {t('blur.openShort')}
          </GuardedButton>
        )}
        {project.picture !== null && allowed && (
          <Button variant="subtle" onClick={remove}>
            {t('projects.removePicture')}
          </Button>
        )}
      </Group>
      {blurring !== undefined && (
        <BlurDialog attachmentId={blurring} onClose={() => setBlurring(undefined)} />
      )}
    </Stack>
  )
}

interface PictureWords {
  readonly alternativeText: string
  readonly credit: string
}

/** The words being typed for the picture; they are saved when their field is left. */
function usePictureWords(project: ProjectDetail) {
  const { alternativeText = '', credit = '', id } = project.picture ?? {}
  const [typed, setTyped] = useState<PictureWords>()
  const save = useChange('projects.setPicture')
  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture or other words came from elsewhere
  useEffect(() => setTyped(undefined), [id, alternativeText, credit])
  const words = typed ?? { alternativeText, credit }
  return {
    words,
    type: (part: Partial<PictureWords>) => setTyped({ ...words, ...part }),
    leave: () => {
      if (typed === undefined) return
      if (typed.alternativeText.trim() === alternativeText && typed.credit.trim() === credit) return
      save.mutate({ projectId: project.id, version: project.version, ...typed })
    },
  }
}
