import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { StudyDetail } from '../../../shared/read-models/study.ts'
import type { Client } from '../../api/client.ts'
import { useClient } from '../../api/parvis.tsx'
import { readKey } from '../../api/use-call.ts'
import { useAutosave } from '../../components/use-autosave.ts'
import { useVersionedForm, type VersionedForm } from '../../components/use-versioned-form.ts'
import { useVisaFallNotice } from './visa-notice.tsx'

/** Saves of a study wait for one another: each starts from the version that the one before has made. */
const turns = new Map<string, Promise<unknown>>()

/** Versions that this window made itself, by study and version that they came from. */
const ownSteps = new Map<string, number>()

async function inTurn<T>(studyId: string, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(studyId) ?? Promise.resolve()).then(work, work)
  turns.set(
    studyId,
    turn.catch(() => undefined),
  )
  return turn
}

/** A version that was read, led on through the changes that we made ourselves to other parts of the study. */
function followed(studyId: string, version: number): number {
  let newest = version
  for (let next = ownSteps.get(`${studyId} ${newest}`); next !== undefined; ) {
    newest = next
    next = ownSteps.get(`${studyId} ${newest}`)
  }
  return newest
}

/** What one save gets: the study as this window knows it at that moment, and the key to write it by. */
export interface StudySave {
  readonly client: Client
  readonly latest: StudyDetail
  readonly key: { readonly studyId: string; readonly version: number }
}

/**
 * Runs writes on a study one after another. Parts of the study that are edited side by side do not stand in each
 * other's way, and what another person changed meanwhile is still refused by its version.
 */
export function useStudySave(
  study: StudyDetail,
): (version: number, save: (turn: StudySave) => Promise<StudyDetail>) => Promise<StudyDetail> {
  const client = useClient()
  const queries = useQueryClient()
  const visaFell = useVisaFallNotice()
  const queryKey = readKey('studies.get', { studyId: study.id })
  const { mutateAsync } = useMutation({
    mutationKey: ['studies', 'save'],
    mutationFn: ({ version, save }: { version: number; save(turn: StudySave): Promise<StudyDetail> }) =>
      inTurn(study.id, async () => {
        const from = followed(study.id, version)
        const latest = queries.getQueryData<StudyDetail>(queryKey) ?? study
        const saved = await save({ client, latest, key: { studyId: study.id, version: from } })
        if (saved.version > from) ownSteps.set(`${study.id} ${from}`, from + 1)
        queries.setQueryData(queryKey, saved)
        if (latest.visaState === 'granted' && saved.visaState === 'void') visaFell()
        return saved
      }),
  })
  return (version, save) => mutateAsync({ version, save })
}

interface StudyFormOptions<Values> {
  readonly study: StudyDetail
  /** The part of the study that this form edits: nobody else's form in the page writes it. */
  readonly part: string
  read(study: StudyDetail): Values
  save(values: Values, turn: StudySave): Promise<StudyDetail>
  /** Not to be saved as it is. */
  blocked?(values: Values): boolean
}

/** One part of a study, saved as it is typed. */
export function useStudyForm<Values>({
  study,
  part,
  read,
  save,
  blocked,
}: StudyFormOptions<Values>): VersionedForm<Values> {
  const write = useStudySave(study)
  const form = useVersionedForm({
    draftKey: `study ${part} ${study.id}`,
    source: study,
    read,
    save: (values: Values, version) => write(version, (turn) => save(values, turn)),
    keepTyping: true,
  })
  useAutosave(form, blocked?.(form.values) === true)
  return form
}
