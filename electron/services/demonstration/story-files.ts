import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Story } from '../../../shared/domain/demonstration/story.ts'
import type { ReportCell, ReportColumn } from '../../../shared/domain/reports/report-document.ts'
import { decidimDialect, frenchExcelDialect, writeCsv } from '../../exports/writers/csv.writer.ts'

type Row = Readonly<Record<string, ReportCell>>

const timeZone = 'Europe/Paris'
/** A reserved name: no platform answers there. */
const platform = 'https://participer.example/processes/budget-participatif/f'

const channelWords = { paper: 'Formulaire papier', meeting: 'Rencontre', phone: 'Téléphone' } as const

async function writeTable(
  path: string,
  rows: readonly Row[],
  dialect: typeof decidimDialect,
  amounts: readonly string[] = [],
): Promise<string> {
  const columns = Object.keys(rows[0] ?? {}).map(
    (header): ReportColumn => ({
      header,
      key: header,
      width: 20,
      kind: amounts.includes(header) ? 'amount' : 'text',
    }),
  )
  await writeCsv({ columns, rows }, path, dialect, timeZone)
  return path
}

/** District outlines, as a town's map office gives them. */
export async function writeDistrictFile(story: Story, folder: string): Promise<string> {
  const path = join(folder, 'quartiers.geojson')
  const features = story.districts.map(({ code, name, population, ring }) => ({
    type: 'Feature',
    properties: { code, nom: name, population },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }))
  await writeFile(path, JSON.stringify({ type: 'FeatureCollection', features }))
  return path
}

/** Proposals deposited online, as Decidim exports them. */
export function writeProposalFile(story: Story, folder: string): Promise<string> {
  const comments = Map.groupBy(story.comments, (comment) => comment.on)
  const rows = story.submissions
    .filter((submission) => submission.channel === 'online')
    .map((submission) => ({
      id: submission.externalId,
      'category/name': submission.theme,
      'scope/name': submission.district ?? '',
      'component/id': '12',
      title: submission.title,
      body: submission.body,
      address: submission.address,
      latitude: String(submission.latitude),
      longitude: String(submission.longitude),
      'author/name': submission.author,
      votes: String(submission.supports),
      comments: String(comments.get(submission.externalId)?.length ?? 0),
      published_at: submission.submittedAt,
      url: `${platform}/12/proposals/${submission.externalId}`,
    }))
  return writeTable(join(folder, 'proposals.csv'), rows, decidimDialect)
}

/** Proposals received on paper, at a meeting or by phone, as the town hall's register holds them. */
export function writeRegisterFile(story: Story, folder: string): Promise<string> {
  const rows = story.submissions.flatMap((submission) =>
    submission.channel === 'online'
      ? []
      : [
          {
            'Numéro de dépôt': submission.externalId,
            'Déposé le': submission.submittedAt,
            Canal: channelWords[submission.channel],
            Porteur: submission.author,
            'Adresse du porteur': submission.authorAddress ?? '',
            Titre: submission.title,
            Description: submission.body,
            Quartier: submission.district ?? '',
            Thème: submission.theme,
            Adresse: submission.address,
            Latitude: String(submission.latitude),
            Longitude: String(submission.longitude),
            'Coût estimé par le porteur': submission.declaredCostCents,
            Soutiens: String(submission.supports),
          },
        ],
  )
  return writeTable(join(folder, 'registre-des-depots.csv'), rows, frenchExcelDialect, [
    'Coût estimé par le porteur',
  ])
}

/** What each column of the register is. */
export const registerMapping = {
  columns: {
    'Numéro de dépôt': 'externalId',
    'Déposé le': 'submittedAt',
    Canal: 'channel',
    Porteur: 'authorName',
    'Adresse du porteur': 'authorAddress',
    Titre: 'title',
    Description: 'body',
    Quartier: 'district',
    Thème: 'theme',
    Adresse: 'address',
    Latitude: 'latitude',
    Longitude: 'longitude',
    'Coût estimé par le porteur': 'declaredCost',
    Soutiens: 'supportsCount',
  },
  dateOrder: 'day-first',
} as const

/** Comments written until an instant, as Decidim exports them. */
export function writeCommentFile(story: Story, folder: string, until: string): Promise<string> {
  const rows = story.comments
    .filter((comment) => comment.createdAt < until)
    .map((comment) => ({
      id: comment.externalId,
      created_at: comment.createdAt,
      body: comment.body,
      'author/name': comment.author,
      alignment: '0',
      depth: '0',
      commentable_id: comment.on,
      commentable_type: 'Decidim::Proposals::Proposal',
      root_commentable_url: `${platform}/12/proposals/${comment.on}`,
    }))
  return writeTable(join(folder, `comments-${until.slice(0, 10)}.csv`), rows, decidimDialect)
}

/** Meetings that began before an instant, as Decidim exports them. */
export function writeMeetingFile(story: Story, folder: string, until: string): Promise<string> {
  const rows = story.meetings
    .filter((meeting) => meeting.startsAt < until)
    .map((meeting) => ({
      id: meeting.externalId,
      title: meeting.title,
      description: meeting.description,
      start_time: meeting.startsAt,
      end_time: meeting.endsAt,
      attendees: String(meeting.attendees),
      contributions: String(meeting.contributions),
      address: meeting.address,
      url: `${platform}/9/meetings/${meeting.externalId}`,
    }))
  return writeTable(join(folder, `meetings-${until.slice(0, 10)}.csv`), rows, decidimDialect)
}
