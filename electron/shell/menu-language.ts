import { z } from 'zod'
import { type Language, languages } from '../../shared/messages/translator.ts'
import type { WorkerClient } from './worker-client.ts'

const spokenPreferences = z.object({ language: z.enum(languages) })

/** Tells the language of the preferences now and at each change. French until the first answer. */
export function followLanguage(worker: WorkerClient, speak: (language: Language) => void): void {
  let spoken: Language = 'fr'
  speak(spoken)
  const ask = async (): Promise<void> => {
    const reply = await worker.call('application.preferences', {})
    const preferences = spokenPreferences.safeParse(reply.ok ? reply.value : undefined)
    if (!preferences.success || preferences.data.language === spoken) return
    spoken = preferences.data.language
    speak(spoken)
  }
  worker.onEvent((event) => {
    if (event.kind === 'changed' && event.topics.includes('application')) void ask()
  })
  void ask()
}
