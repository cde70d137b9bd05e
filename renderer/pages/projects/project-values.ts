import type { ProjectDetail } from '../../../shared/read-models/project.ts'

/** The fields of a project that its form edits. */
export interface ProjectValues {
  readonly title: string
  readonly summary: string
  /** Safe rich text. */
  readonly description: string
  readonly managingDepartment: string
  readonly proposerNames: string
  readonly themeId: string | null
  readonly districtId: string | null
  readonly address: string | null
  readonly latitude: number | null
  readonly longitude: number | null
}

/** Lengths that the catalogue is laid out for (domain reference §2.6), in characters. */
export const titleLimit = 80
export const summaryLimit = 400

/** Reads them. */
export function readProjectValues(project: ProjectDetail): ProjectValues {
  return {
    title: project.title,
    summary: project.summary,
    description: project.description,
    managingDepartment: project.managingDepartment,
    proposerNames: project.proposerNames,
    themeId: project.themeId,
    districtId: project.districtId,
    address: project.address,
    latitude: project.latitude,
    longitude: project.longitude,
  }
}

/** What is published of a project and takes an erratum to change (I5). */
export type PublishedValues = Pick<
  ProjectValues,
  'title' | 'districtId' | 'address' | 'latitude' | 'longitude'
>

/** Whether an erratum would change anything. */
export function publishedDiffers(left: PublishedValues, right: PublishedValues): boolean {
  return (
    left.title.trim() !== right.title ||
    left.districtId !== right.districtId ||
    (left.address ?? '').trim() !== (right.address ?? '') ||
    left.latitude !== right.latitude ||
    left.longitude !== right.longitude
  )
}

/** How many characters a person sees: an emoji or an accent is one. */
export function countCharacters(text: string): number {
  return [...new Intl.Segmenter('fr', { granularity: 'grapheme' }).segment(text)].length
}
