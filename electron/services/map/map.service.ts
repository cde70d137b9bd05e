import type { mapContract } from '../../../shared/contract/map.contract.ts'
import { createDistrictLocator, readDistrictOrigin } from '../../../shared/domain/geo/district-locator.ts'
import { tileOrigin } from '../../../shared/domain/geo/tile-address.ts'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import {
  getBackground,
  getPlace,
  placesById,
  placesWithPoint,
  putBackground,
} from '../../data/map/place.repository.ts'
import { listDistricts } from '../../data/processes/district.repository.ts'
import { getProcess } from '../../data/processes/process.repository.ts'
import { mapPoints } from '../../data/read-models/map-points.query.ts'
import { updateSubmissions } from '../../data/submissions/submission.repository.ts'
import type { Service } from '../call.ts'
import { about, submissionTopics } from '../submissions/on-submission.ts'
import { exportSelection } from './export-selection.ts'
import { applyPlacement, createPlaceFinder, planPlacement } from './place-by-points.ts'
import { tellTileGate } from './tile-gate.ts'

/** Proposals on the map. */
export const mapService: Service<typeof mapContract> = {
  points: (input, call) => mapPoints(call.database, { ...input, now: call.ports.clock.now() }),

  async place(input, call) {
    const { reader } = call.database
    const row = await getPlace(reader, input.submissionId)
    const { locate } = createDistrictLocator(await listDistricts(reader, row.process_id))
    return {
      id: row.id,
      number: row.number,
      reference: row.reference,
      title: row.title,
      stage: row.stage as Stage,
      themeId: row.theme_id,
      districtId: row.district_id,
      districtOrigin: readDistrictOrigin(row.district_origin),
      assigneeId: row.assignee_id,
      address: row.address,
      latitude: row.latitude,
      longitude: row.longitude,
      version: row.version,
      located:
        row.longitude === null || row.latitude === null ? undefined : locate(row.longitude, row.latitude),
    }
  },

  classifyMany: ({ submissionIds, themeId, districtId }, call) =>
    call.change(submissionTopics, async (change) => {
      const origin = districtId === null ? null : 'hand'
      const rows = (await placesById(change.trx, submissionIds)).filter(
        (row) =>
          (themeId !== undefined && row.theme_id !== themeId) ||
          (districtId !== undefined && (row.district_id !== districtId || row.district_origin !== origin)),
      )
      await updateSubmissions(
        change.trx,
        rows.map(({ id }) => id),
        {
          ...(themeId === undefined ? {} : { theme_id: themeId }),
          ...(districtId === undefined ? {} : { district_id: districtId, district_origin: origin }),
        },
      )
      for (const row of rows)
        change.record({
          ...about(row),
          action: 'submission.classify-many',
          before: {
            ...(themeId === undefined ? {} : { themeId: row.theme_id }),
            ...(districtId === undefined
              ? {}
              : { districtId: row.district_id, districtOrigin: row.district_origin }),
          },
          after: {
            ...(themeId === undefined ? {} : { themeId }),
            ...(districtId === undefined ? {} : { districtId, districtOrigin: origin }),
          },
        })
      return { changed: rows.length }
    }),

  async followPoints({ processId, submissionIds, override, preview }, call) {
    const plan = async (db: typeof call.database.reader) =>
      planPlacement(
        await createPlaceFinder(db, processId),
        submissionIds === undefined
          ? await placesWithPoint(db, processId)
          : (await placesById(db, submissionIds)).filter((row) => row.process_id === processId),
        override,
      )
    if (preview) return (await plan(call.database.reader)).outcome
    return call.change(submissionTopics, async (change) => {
      const planned = await plan(change.trx)
      await applyPlacement(change, planned)
      return planned.outcome
    })
  },

  keepDistricts: ({ submissionIds }, call) =>
    call.change(submissionTopics, async (change) => {
      const rows = (await placesById(change.trx, submissionIds)).filter(
        (row) => row.district_id !== null && row.district_origin !== 'kept',
      )
      await updateSubmissions(
        change.trx,
        rows.map(({ id }) => id),
        { district_origin: 'kept' },
      )
      for (const row of rows)
        change.record({
          ...about(row),
          action: 'submission.keep-district',
          before: { districtOrigin: row.district_origin },
          after: { districtOrigin: 'kept' },
        })
      return { kept: rows.length }
    }),

  async exportSelection({ processId, submissionIds, path }, call) {
    const { reader } = call.database
    const process = await getProcess(reader, processId)
    const rows = (await placesById(reader, submissionIds)).filter((row) => row.process_id === processId)
    return exportSelection(call, process, rows, path)
  },

  background: (_input, call) => getBackground(call.database.reader),

  async saveBackground({ version, ...background }, call) {
    if (background.enabled && tileOrigin(background.urlTemplate) === undefined)
      throw new AppError('background-address-invalid')
    await call.change(['map', 'journal'], async (change) => {
      const { version: _version, ...before } = await getBackground(change.trx)
      await putBackground(change.trx, background, version)
      change.record({
        action: 'map.save-background',
        objectKind: 'dossier',
        objectLabel: background.urlTemplate.split('?')[0],
        before,
        after: background,
      })
    })
    await tellTileGate(call)
    return getBackground(call.database.reader)
  },
}
