import { Loader, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/use-call.ts'
import { Dialog } from '../../components/dialog.tsx'
import { RichText } from '../../components/rich-text.tsx'

/** A proposal as it was before anything was masked, for those who may read it. */
export function OriginalDialog({ submissionId, onClose }: { submissionId: string; onClose(): void }) {
  const { t } = useTranslation()
  const { data } = useRead('redactions.original', { submissionId }, { keep: false })
  return (
    <Dialog onClose={onClose} size="lg" title={t('redactions.originalTitle')}>
      <Text c="dimmed" mb="sm">
        {t('redactions.originalNote')}
      </Text>
      {data === undefined ? (
        <Loader size="sm" aria-label={t('common.loading')} />
      ) : (
        <>
          <Title order={3} dir="auto">
            {data.title}
          </Title>
          <RichText html={data.body} />
          {data.address !== null && <Text mt="sm">{data.address}</Text>}
          {data.extra.map(([name, value]) => (
            <Text key={name} mt="xs" dir="auto">
              <Text span c="dimmed">
                {name}
              </Text>{' '}
              {value}
            </Text>
          ))}
          {data.others.length > 0 && (
            <>
              <Title order={4} size="h5" mt="md">
                {t('redactions.others')}
              </Title>
              {data.others.map(({ kind, field, text }) => (
                <Text key={`${kind} ${field} ${text}`} mt="xs" dir="auto">
                  <Text span c="dimmed">
                    {t([`redactions.kind.${kind}`, 'redactions.kind.unknown'])}
                  </Text>{' '}
                  {text.replace(/<[^>]*>/g, ' ')}
                </Text>
              ))}
            </>
          )}
        </>
      )}
    </Dialog>
  )
}
