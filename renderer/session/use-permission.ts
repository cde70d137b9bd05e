import { useTranslation } from 'react-i18next'
import { may, type Permission, rolesThatMay } from '../../shared/domain/people/permissions.ts'
import { useSession } from './session.tsx'

export interface PermissionAnswer {
  readonly allowed: boolean
  /** Why not: a sentence that names the roles. Empty when allowed. */
  readonly why: string
}

/** Whether the signed-in person may do this in this dossier, and if not why: the table that the services refuse by. */
export function usePermission(permission: Permission, writes = true): PermissionAnswer {
  const { t } = useTranslation()
  const { dossier } = useSession()
  if (dossier?.readOnly && writes && permission !== 'read' && permission !== 'export') {
    return { allowed: false, why: t('common.readOnlyReason') }
  }
  if (dossier?.person && may(dossier.person.roles, permission)) return { allowed: true, why: '' }
  const roles = rolesThatMay(permission)
    .map((role) => t(`labels.role.${role}`))
    .join(', ')
  return {
    allowed: false,
    why: t('common.permissionReason', { permission: t(`labels.permission.${permission}`), roles }),
  }
}
