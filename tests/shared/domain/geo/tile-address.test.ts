import { expect, it } from 'vitest'
import { tileOrigin } from '../../../../shared/domain/geo/tile-address.ts'

it.each([
  ['https://data.geopf.fr/wmts?X={x}&Y={y}&Z={z}', 'https://data.geopf.fr'],
  ['https://Cartes.Ville.fr:8443/{z}/{x}/{y}.png', 'https://cartes.ville.fr:8443'],
  ['http://127.0.0.1:8080/{z}/{x}/{y}.png', 'http://127.0.0.1:8080'],
])('lets exactly one place through: %s', (template, origin) => {
  expect(tileOrigin(template)).toBe(origin)
})

it.each([
  'http://cartes.ville.fr/{z}/{x}/{y}.png',
  'https://{s}.tile.example.org/{z}/{x}/{y}.png',
  'https://user:secret@example.org/{z}/{x}/{y}.png',
  'https://example.org/{z}/{x}.png',
  'https://*.example.org/{z}/{x}/{y}.png',
  "https://example.org;script-src 'unsafe-inline'/{z}/{x}/{y}",
  'https://127.0.0.1.example.org@evil.example/{z}/{x}/{y}',
  'http://127.0.0.1.example.org/{z}/{x}/{y}',
  'javascript:alert(1)//{z}{x}{y}',
  'file:///{z}/{x}/{y}',
  '',
])('refuses %s', (template) => {
  expect(tileOrigin(template)).toBeUndefined()
})
