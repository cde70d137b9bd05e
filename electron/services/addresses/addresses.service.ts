import { setImmediate as nextTurn } from 'node:timers/promises'
import type { addressesContract } from '../../../shared/contract/addresses.contract.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import type { AddressReviewRow } from '../../../shared/read-models/addresses.ts'
import {
  addressedWithoutPoint,
  findAddressBase,
  replaceAddressBase,
} from '../../data/addresses/address.repository.ts'
import { placesById } from '../../data/map/place.repository.ts'
import { updateSubmissions } from '../../data/submissions/submission.repository.ts'
import { readAddresses } from '../../imports/addresses/read-addresses.ts'
import type { DossierCall, Service } from '../call.ts'
import { createPlaceFinder, deducedBy } from '../map/place-by-points.ts'
import { newId } from '../new-id.ts'
import { about, submissionTopics } from '../submissions/on-submission.ts'
import { openAddressBook } from './address-book.ts'

/** Addresses looked up between two breaths, so that the other calls are answered meanwhile. */
const atOnce = 500

async function base(call: DossierCall) {
  const found = await findAddressBase(call.database.reader)
  if (found === undefined) return null
  const { id: _id, ...told } = found
  return told
}

/** The address base of the commune, and the points that it gives. */
export const addressesService: Service<typeof addressesContract> = {
  base: (_input, call) => base(call),

  async inspect({ path, communes }, call) {
    const { file, streets, doors, ...told } = await readAddresses(
      path,
      communes,
      call.signal,
      (done, total) => call.progress('addresses', done, total),
    )
    return {
      fileName: file.fileName,
      sha256: file.sha256,
      streets: streets.length,
      addresses: doors.length,
      ...told,
    }
  },

  async importBase({ path, communes, sha256 }, call) {
    const read = await readAddresses(path, communes, call.signal, (done, total) =>
      call.progress('addresses', done, total),
    )
    const { fileName } = read.file
    if (sha256 !== undefined && sha256 !== read.file.sha256)
      throw new AppError('file-changed', { file: fileName })
    const kept = new Set(read.streets.map(({ commune, communeCode }) => commune || communeCode))
    await call.change(['addresses', 'journal'], async (change) => {
      const before = await findAddressBase(change.trx)
      await replaceAddressBase(change.trx, call.database.dialect, {
        id: newId(),
        fileName,
        sha256: read.file.sha256,
        importedAt: change.at,
        importedByName: change.person.name,
        communes: [...kept],
        streets: read.streets,
        doors: read.doors,
      })
      change.record({
        action: 'addresses.import',
        objectKind: 'dossier',
        objectLabel: fileName,
        before: before && { fileName: before.fileName, streets: before.streets, addresses: before.addresses },
        after: {
          fileName,
          sha256: read.file.sha256,
          streets: read.streets.length,
          addresses: read.doors.length,
        },
      })
    })
    const written = await base(call)
    if (written === null) throw new Error('The address base was written and is not there')
    return written
  },

  async search({ text, limit }, call) {
    const book = await openAddressBook(call.database)
    return book?.suggest(text, { limit, unfinished: true }) ?? []
  },

  async review({ processId, limit }, call) {
    const book = await openAddressBook(call.database)
    if (book === undefined) return { rows: [], total: 0 }
    const waiting = await addressedWithoutPoint(call.database.reader, processId)
    const rows: AddressReviewRow[] = []
    for (const [index, { id, ...row }] of waiting.slice(0, limit).entries()) {
      if (index % atOnce === atOnce - 1) {
        await nextTurn()
        if (call.signal.aborted) throw new AppError('cancelled')
        call.progress('addresses', index, Math.min(limit, waiting.length))
      }
      rows.push({ submissionId: id, ...row, best: book.suggest(row.address, { limit: 1 })[0] ?? null })
    }
    rows.sort(
      (left, right) => (right.best?.score ?? 0) - (left.best?.score ?? 0) || left.number - right.number,
    )
    return { rows, total: waiting.length }
  },

  async place({ processId, placings }, call) {
    const book = await openAddressBook(call.database)
    if (book === undefined) throw new AppError('not-found', { object: 'addresses' })
    const choices = new Map(placings.map(({ submissionId, choice }) => [submissionId, choice]))
    return call.change(submissionTopics, async (change) => {
      const finder = await createPlaceFinder(change.trx, processId)
      const rows = (await placesById(change.trx, [...choices.keys()])).filter(
        (row) => row.process_id === processId && (row.latitude === null || row.longitude === null),
      )
      for (const row of rows) {
        const choice = choices.get(row.id)
        const point = choice && book.pointOf(choice)
        if (point === undefined) throw new AppError('not-found', { object: 'address' })
        const { longitude, latitude } = point
        const district = await deducedBy(finder, row, { longitude, latitude })
        await updateSubmissions(change.trx, [row.id], {
          longitude,
          latitude,
          district_id: district.districtId,
          district_origin: district.districtOrigin,
        })
        change.record({
          ...about(row),
          action: 'submission.geocode',
          before: {
            longitude: row.longitude,
            latitude: row.latitude,
            districtId: row.district_id,
            districtOrigin: row.district_origin,
          },
          after: { longitude, latitude, ...district },
        })
      }
      return { placed: rows.length }
    })
  },
}
