import { describe, expect, it } from 'vitest'
import { type MailLetter, mailDraft } from '../../../../electron/exports/letters/write-mail-draft.ts'

const letter: MailLetter = {
  reference: 'BP26-0142',
  recipientName: 'Éloïse Dupont, « Lulu »',
  recipientEmail: 'eloise@exemple.fr',
  subject:
    'Réponse à votre proposition n°\u00a0BP26-0142, intitulée « Un verger à l’orée du bois, pour tous les habitants »',
  body: 'Madame, Monsieur,\n\nVotre proposition <script>alert(1)</script> est recevable.\n\n– un point ;\n– un autre\n\nSalutations.',
  appeal: 'Voies de recours.',
  writtenOn: '25 novembre 2026',
  head: {
    communeName: 'Roubaix',
    service: 'Participation',
    sender: [],
    place: 'Roubaix',
    signature: ['Pour le Maire,'],
    accentColor: '#000000',
    logo: null,
  },
}

/** The headers and the parts of a message, decoded as a mail program does. */
function readMail(bytes: Uint8Array) {
  const text = Buffer.from(bytes).toString('latin1')
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const headers = new Map(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
  )
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1] ?? ''
  const parts = rest
    .join('\r\n\r\n')
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [partHead = '', ...content] = part.split('\r\n\r\n')
      const bodyText = content.join('\r\n\r\n')
      const decoded = /quoted-printable/i.test(partHead)
        ? Buffer.from(
            bodyText
              .replace(/=\r\n/g, '')
              .replace(/=([0-9A-F]{2})/g, (_whole, code: string) =>
                String.fromCharCode(Number.parseInt(code, 16)),
              ),
            'latin1',
          ).toString('utf8')
        : Buffer.from(bodyText, 'base64').toString('utf8')
      return { head: partHead, text: decoded.replace(/\r\n/g, '\n') }
    })
  return { headers, parts }
}

/** RFC 2047 words, as a mail program shows them. */
function shown(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([QB])\?(.*?)\?=/gi, (_whole, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('utf8')
        : Buffer.from(
            text
              .replace(/_/g, ' ')
              .replace(/=([0-9A-F]{2})/g, (_all, code: string) =>
                String.fromCharCode(Number.parseInt(code, 16)),
              ),
            'latin1',
          ).toString('utf8'),
    )
}

describe('a draft of an e-mail', () => {
  it('opens as a draft, to one person, with the subject and the words in both forms', async () => {
    const { headers, parts } = readMail(await mailDraft(letter))
    expect(headers.get('x-unsent')).toBe('1')
    expect(headers.has('from')).toBe(false)
    expect(headers.has('bcc')).toBe(false)
    expect(shown(headers.get('to') ?? '')).toContain('<eloise@exemple.fr>')
    expect(shown(headers.get('to') ?? '')).toContain('Éloïse Dupont, « Lulu »')
    expect(shown(headers.get('subject') ?? '')).toBe(letter.subject)
    const [plain, html] = parts
    expect(plain?.head).toMatch(/text\/plain; charset=utf-8/i)
    expect(plain?.text.trim()).toBe(
      `${letter.body}\n\nPour le Maire,\nParticipation\nRoubaix\n\nVoies de recours.`,
    )
    expect(html?.head).toMatch(/text\/html; charset=utf-8/i)
    expect(html?.text).toContain(
      '<p>Votre proposition &lt;script&gt;alert(1)&lt;/script&gt; est recevable.</p>',
    )
    expect(html?.text).toContain('<ul><li>un point ;</li><li>un autre</li></ul>')
  })

  it('lets no name, subject or address begin another header', async () => {
    const { headers } = readMail(
      await mailDraft({
        ...letter,
        recipientName: 'Ana\r\nBcc: tous@exemple.fr',
        subject: 'Objet\r\nBcc: tous@exemple.fr\u2028X: y',
      }),
    )
    expect(headers.has('bcc')).toBe(false)
    expect(shown(headers.get('subject') ?? '')).toBe('Objet Bcc: tous@exemple.fr X: y')
    for (const recipientEmail of ['a@b.fr\nBcc: c@d.fr', 'a@b.fr, c@d.fr', 'Ana <a@b.fr>', ''])
      await expect(mailDraft({ ...letter, recipientEmail })).rejects.toMatchObject({
        code: 'mail-address-invalid',
        parameters: { reference: 'BP26-0142' },
      })
  })
})
