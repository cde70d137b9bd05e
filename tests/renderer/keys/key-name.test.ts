import { describe, expect, it } from 'vitest'
import { isSingleCharacter, keyLabel, keyName } from '../../../renderer/keys/key-name.ts'

const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }

describe('keys', () => {
  it.each([
    [{ ...plain, key: 'j' }, 'j'],
    [{ ...plain, key: 'J', shiftKey: true }, 'shift+j'],
    [{ ...plain, key: '?', shiftKey: true }, '?'],
    [{ ...plain, key: 'k', ctrlKey: true }, 'mod+k'],
    [{ ...plain, key: 'k', metaKey: true }, 'mod+k'],
    [{ ...plain, key: 'ArrowDown', shiftKey: true }, 'shift+arrowdown'],
    [{ ...plain, key: ' ' }, 'space'],
    [{ ...plain, key: 'Shift', shiftKey: true }, undefined],
    [{ ...plain, key: '[', altKey: true, ctrlKey: true }, undefined],
  ])('have a name: %j', (event, name) => {
    expect(keyName(event)).toBe(name)
  })

  it('tell bare characters, which may be switched off, from the others', () => {
    expect(['j', 'shift+j', '?', 'mod+k', 'enter', 'arrowdown'].map(isSingleCharacter)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
  })

  it('are written for people', () => {
    expect(keyLabel('mod+k', 'fr', 'win32')).toEqual(['Ctrl', 'K'])
    expect(keyLabel('shift+j', 'fr', 'win32')).toEqual(['Maj', 'J'])
  })
})
