import { Button, type ButtonProps, Tooltip } from '@mantine/core'
import { type ComponentPropsWithRef, useId } from 'react'
import type { Permission } from '../../shared/domain/people/permissions.ts'
import { usePermission } from './use-permission.ts'

interface GuardedButtonProps extends ButtonProps, Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps> {
  readonly permission: Permission
  /** Another reason why the act is not possible now; shown the same way. */
  readonly blockedBy?: string | undefined
}

/**
 * A button that stays reachable by keyboard when it is refused, and says why: `aria-disabled` rather than
 * `disabled`, because a disabled button can neither be focused nor explain itself.
 */
export function GuardedButton({ permission, blockedBy, onClick, ...props }: GuardedButtonProps) {
  const { allowed, why } = usePermission(permission)
  const reasonId = useId()
  const reason = allowed ? (blockedBy ?? '') : why
  if (reason === '') return <Button {...props} onClick={onClick} />
  return (
    <>
      <Tooltip label={reason}>
        <Button
          {...props}
          type="button"
          data-disabled
          aria-disabled
          aria-describedby={reasonId}
          onClick={(event) => event.preventDefault()}
        />
      </Tooltip>
      <span id={reasonId} className="visually-hidden">
        {reason}
      </span>
    </>
  )
}
