import { Button, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LetterTopic } from '../../../shared/domain/letters/letter-kind.ts'
import type { LetterTemplate, LetterTemplateVersion } from '../../../shared/read-models/letter.ts'
import { useRead } from '../../api/use-call.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { usePermission } from '../../session/use-permission.ts'
import classes from './letters.module.css'

interface TextVersionsProps {
  readonly topic: LetterTopic & { readonly processId: string }
  readonly current: LetterTemplate
  onRestore(version: LetterTemplateVersion): void
}

/** Every version of a text, the newest first; an earlier one can be taken up again. */
export function TextVersions({ topic, current, onRestore }: TextVersionsProps) {
  const { t } = useTranslation()
  const { shortInstant } = useFormats()
  const { allowed } = usePermission('configure-process')
  const { data = [] } = useRead('letters.templateVersions', topic, { keep: false })
  if (data.length < 2) return null
  return (
    <section aria-labelledby="letter-versions">
      <Title order={3} size="h5" id="letter-versions">
        {t('letters.template.versions')}
      </Title>
      <ul className={classes.versions}>
        {data.map((version) => (
          <li key={version.number}>
            <Text>
              {version.savedAt === null
                ? t('letters.template.brought')
                : t('letters.template.version', {
                    number: version.number,
                    name: version.savedByName ?? '',
                    day: shortInstant(version.savedAt),
                  })}
            </Text>
            {(version.subject !== current.subject || version.body !== current.body) && (
              <Button
                variant="subtle"
                size="compact-xs"
                disabled={!allowed}
                onClick={() => onRestore(version)}
              >
                {t('letters.template.restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
