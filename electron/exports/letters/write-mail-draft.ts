import { writeFile } from 'node:fs/promises'
import MailComposer from 'nodemailer/lib/mail-composer'
import { letterBlocks } from '../../../shared/domain/letters/letter-blocks.ts'
import { isMailAddress } from '../../../shared/domain/letters/mail-address.ts'
import { AppError } from '../../../shared/errors/app-error.ts'
import { html, joinMarkup, type Markup } from '../documents/markup.ts'
import type { PrintableLetter } from './build-letters.ts'

/** A letter that goes by e-mail. */
export type MailLetter = Omit<PrintableLetter, 'recipientAddress'> & { readonly recipientEmail: string }

/**
 * Writes a draft that a mail program opens ready to be read again and sent (`X-Unsent`): plain text and simple HTML,
 * UTF-8. It names no sender: the program takes that of whoever opens it. Refuses `mail-address-invalid`.
 */
export async function writeMailDraft(letter: MailLetter, path: string): Promise<void> {
  await writeFile(path, await mailDraft(letter))
}

/** The bytes of the draft. */
export async function mailDraft(letter: MailLetter): Promise<Uint8Array> {
  const { recipientName, recipientEmail, subject, reference } = letter
  const address = recipientEmail.trim()
  if (!isMailAddress(address)) throw new AppError('mail-address-invalid', { reference })
  const composer = new MailComposer({
    to: { name: oneLine(recipientName), address },
    subject: oneLine(subject),
    text: `${plainText(letter)}\n`,
    html: htmlText(letter),
    textEncoding: 'quoted-printable',
    headers: { 'X-Unsent': '1' },
    // The letter is all there is: no file and no address of the network is ever read for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

/** A header is one line: what would begin another one becomes a space. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim()
}

function plainText({ body, appeal, head }: MailLetter): string {
  const from = [head.service, head.communeName].filter((line) => line !== '')
  return [body.trim(), [...head.signature, ...from].join('\n'), appeal.trim()]
    .filter((part) => part !== '')
    .join('\n\n')
    .replace(/\r\n?/g, '\n')
}

function htmlText({ subject, body, appeal, head }: MailLetter): string {
  const signature = [...head.signature, head.service, head.communeName].filter((line) => line !== '')
  return `<!doctype html>\n${
    html`<html lang="fr"><head><meta charset="utf-8"><title>${oneLine(subject)}</title></head><body>
${blocks(body)}
<p>${lines(signature)}</p>
${appeal.trim() === '' ? '' : html`<hr>${blocks(appeal)}`}
</body></html>`.text
  }\n`
}

function blocks(text: string): Markup {
  return joinMarkup(
    letterBlocks(text).map((block) =>
      block.kind === 'list'
        ? html`<ul>${block.items.map((item) => html`<li>${item}</li>`)}</ul>\n`
        : html`<p>${lines(block.lines)}</p>\n`,
    ),
  )
}

function lines(texts: readonly string[]): readonly Markup[] {
  return texts.map((line, index) => (index === 0 ? html`${line}` : html`<br>\n${line}`))
}
