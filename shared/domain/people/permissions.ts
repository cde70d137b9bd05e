/** The one table of who may do what. The router refuses by it, the interface explains by it. */
export const roles = [
  'administrator',
  'manager',
  'moderator',
  'technical-service',
  'finance',
  'reader',
] as const
export type Role = (typeof roles)[number]

export const permissions = [
  'read',
  'configure-dossier',
  'manage-people',
  'configure-process',
  'import',
  'moderate',
  'lead-team',
  'read-sealed',
  'write-note',
  'study',
  'edit-project',
  'freeze-projects',
  'sign-visa',
  'record-results',
  'export',
  'read-journal',
  'restore-backup',
] as const
export type Permission = (typeof permissions)[number]

const everything: readonly Permission[] = permissions

const grants: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: everything,
  manager: [
    'read',
    'configure-process',
    'import',
    'moderate',
    'lead-team',
    'read-sealed',
    'write-note',
    'study',
    'edit-project',
    'freeze-projects',
    'record-results',
    'export',
    'read-journal',
  ],
  moderator: ['read', 'import', 'moderate', 'read-sealed', 'write-note', 'export'],
  'technical-service': ['read', 'write-note', 'study', 'export'],
  finance: ['read', 'write-note', 'sign-visa', 'export'],
  reader: ['read'],
}

/** Whether one of these roles grants the permission. */
export function may(heldRoles: readonly Role[], permission: Permission): boolean {
  return heldRoles.some((role) => grants[role].includes(permission))
}

/** The roles that grant a permission, in the order of `roles`: what the interface names when it refuses. */
export function rolesThatMay(permission: Permission): readonly Role[] {
  return roles.filter((role) => grants[role].includes(permission))
}
