import { Stack, Text } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  readonly icon: Icon
  /** What will be here. */
  readonly title: string
  readonly description?: string
  /** The one act that fills the page. */
  readonly action?: ReactNode
}

/** A page or a list with nothing in it yet. */
export function EmptyState({ icon: EmptyIcon, title, description, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap="sm" p="xl" maw="36rem" mx="auto" my="xl">
      <EmptyIcon size={32} stroke={1.3} color="var(--parvis-muted)" aria-hidden />
      <Text fw={600} ta="center">
        {title}
      </Text>
      {description !== undefined && (
        <Text c="dimmed" ta="center">
          {description}
        </Text>
      )}
      {action}
    </Stack>
  )
}
