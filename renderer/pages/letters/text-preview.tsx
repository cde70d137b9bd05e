import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { fillSubject, fillTemplate } from '../../../shared/domain/letters/fill-template.ts'
import { letterBlocks } from '../../../shared/domain/letters/letter-blocks.ts'
import type { LetterTopic } from '../../../shared/domain/letters/letter-kind.ts'
import { useRead } from '../../api/use-call.ts'
import classes from './letters.module.css'

interface TextPreviewProps {
  readonly topic: LetterTopic & { readonly processId: string }
  readonly subject: string
  readonly body: string
}

/** What a text says of a real proposal, as it is typed: of one that waits for such a letter where there is one. */
export function TextPreview({ topic, subject, body }: TextPreviewProps) {
  const { t } = useTranslation()
  const { data } = useRead('letters.fieldValues', topic)
  if (data === undefined) return <div />
  if (data === null) return <Text c="dimmed">{t('letters.template.noProposal')}</Text>
  const label = t('letters.template.preview', { reference: data.reference })
  return (
    <section aria-label={label}>
      <Text c="dimmed" mb={4}>
        {label}
      </Text>
      <div className={classes.paper} lang="fr">
        <p>
          <strong>{fillSubject(subject, data.values)}</strong>
        </p>
        {letterBlocks(fillTemplate(body, data.values)).map((block, index) =>
          block.kind === 'list' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no name but their place
            <ul key={index}>
              {block.items.map((item, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <li key={at} dir="auto">
                  {item}
                </li>
              ))}
            </ul>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <p key={index} dir="auto" style={{ whiteSpace: 'pre-line' }}>
              {block.lines.join('\n')}
            </p>
          ),
        )}
      </div>
    </section>
  )
}
