import type { submissionsContract } from '../../../shared/contract/submissions.contract.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import {
  deleteSavedView,
  listSavedViews,
  putSavedView,
} from '../../data/submissions/saved-view.repository.ts'
import type { Service } from '../call.ts'
import { newId } from '../new-id.ts'

/** Views of the queue that a person keeps, for themselves or for all. */
export const savedViews: Pick<
  Service<typeof submissionsContract>,
  'savedViews' | 'saveView' | 'deleteView'
> = {
  savedViews: (input, call) => listSavedViews(call.database.reader, input.processId, call.actor().id),

  async saveView(input, call) {
    await call.change(['submissions'], async (change) => {
      const views = await listSavedViews(change.trx, input.processId, change.person.id)
      const id = input.id ?? newId()
      const before = views.find((view) => view.id === id)
      if (input.id !== undefined && before === undefined) throw new AppError('not-found', { object: 'view' })
      await putSavedView(change.trx, {
        id,
        processId: input.processId,
        ownerId: input.shared ? null : change.person.id,
        name: input.name,
        query: input.query,
        position: before?.position ?? views.length,
      })
      change.record({
        action: 'view.save',
        objectKind: 'view',
        objectId: id,
        objectLabel: input.name,
        processId: input.processId,
        before,
        after: { name: input.name, shared: input.shared, query: input.query },
      })
    })
    return listSavedViews(call.database.reader, input.processId, call.actor().id)
  },

  async deleteView(input, call) {
    await call.change(['submissions'], async (change) => {
      const view = (await listSavedViews(change.trx, input.processId, change.person.id)).find(
        ({ id }) => id === input.id,
      )
      if (view === undefined) throw new AppError('not-found', { object: 'view' })
      await deleteSavedView(change.trx, view.id)
      change.record({
        action: 'view.delete',
        objectKind: 'view',
        objectId: view.id,
        objectLabel: view.name,
        processId: input.processId,
        before: view,
      })
    })
    return listSavedViews(call.database.reader, input.processId, call.actor().id)
  },
}
