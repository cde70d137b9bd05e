import type { CatalogueProject, ProjectCatalogue } from '../../../shared/read-models/project-catalogue.ts'
import type { DocumentFormats } from '../documents/formats.ts'

export interface NumberedProject {
  readonly project: CatalogueProject
  /** Place in the catalogue, from 0. */
  readonly index: number
}

export interface ProjectGroup {
  readonly districtId: string | null
  readonly name: string
  readonly projects: readonly NumberedProject[]
}

/** Projects by district, districts in the order in which they first appear, projects as given. */
export function projectGroups(catalogue: ProjectCatalogue, { t }: DocumentFormats): readonly ProjectGroup[] {
  const groups = new Map<string, { districtId: string | null; name: string; projects: NumberedProject[] }>()
  catalogue.projects.forEach((project, index) => {
    const key = project.districtId ?? ''
    const group = groups.get(key) ?? {
      districtId: project.districtId,
      name: project.districtName ?? t('catalogue.project.allDistricts'),
      projects: [],
    }
    group.projects.push({ project, index })
    groups.set(key, group)
  })
  return [...groups.values()]
}

/** True when each district's projects follow each other, so that a district can open like a chapter. */
export function isGroupedByDistrict(catalogue: ProjectCatalogue): boolean {
  const seen = new Set<string>()
  let last: string | undefined
  for (const project of catalogue.projects) {
    const key = project.districtId ?? ''
    if (key !== last && seen.has(key)) return false
    seen.add(key)
    last = key
  }
  return true
}
