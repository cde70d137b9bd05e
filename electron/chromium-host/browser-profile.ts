import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a browser offers and an application window does not: translation, passwords, addresses, notifications. */
const wanted = {
  translate: { enabled: false },
  credentials_enable_service: false,
  autofill: { profile_enabled: false, credit_card_enabled: false },
  browser: { has_seen_welcome_page: true, check_default_browser: false },
  profile: {
    password_manager_enabled: false,
    exit_type: 'Normal',
    default_content_setting_values: { notifications: 2, geolocation: 2, media_stream: 2 },
  },
}

/** Readies the profile in `folder` before Chromium reads it; what Chromium remembers there by itself is kept. */
export function prepareProfile(folder: string): void {
  const path = join(folder, 'Default', 'Preferences')
  mkdirSync(join(folder, 'Default'), { recursive: true })
  writeFileSync(path, JSON.stringify(merge(readPreferences(path), wanted)))
}

function readPreferences(path: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {}
  }
}

function merge(kept: Record<string, unknown>, given: Record<string, unknown>): Record<string, unknown> {
  const isRecord = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  const merged = Object.entries(given).map(([key, value]): [string, unknown] => {
    const before = kept[key]
    return [key, isRecord(value) ? merge(isRecord(before) ? before : {}, value) : value]
  })
  return { ...kept, ...Object.fromEntries(merged) }
}
