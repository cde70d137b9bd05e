import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskRichText, maskText } from '../../../../shared/domain/moderation/redaction.ts'

describe('masking', () => {
  it.each([
    ['Appelez Mme Martin au 06 12 34 56 78.', ['06 12 34 56 78'], 'Appelez Mme Martin au […].'],
    ['Martin habite en Martinique', ['martin'], '[…] habite en Martinique'],
    ['Écrire à Éloïse  Dupré', ['éloïse dupré'], 'Écrire à […]'],
    ['Jean Martin, puis Martin', ['Martin', 'Jean Martin'], '[…], puis […]'],
    ['a+b (c)', ['(c)'], 'a+b […]'],
    ['rien à cacher', [' '], 'rien à cacher'],
    ['LEFÈVRE, Lefevre, Lefe\u0300vre, Lefè\u00advre', ['Lefèvre'], '[…], […], […], […]'],
    ['Le sieur Cœur et M. Coeur', ['cœur'], 'Le sieur […] et M. […]'],
    ['photo_Mme-Durand.jpg', ['Mme Durand'], 'photo_[…].jpg'],
    ["M. d’Artagnan, M. d'Artagnan", ['M. d’Artagnan'], '[…], […]'],
    ['0612345678 ou 06.12.34.56.78 ou +33 (0)6 12-34-56-78', ['06 12 34 56 78'], '[…] ou […] ou […]'],
    ['Au 1061234567 89, au 06 12 34 56 789', ['06 12 34 56 78'], 'Au 1061234567 89, au 06 12 34 56 789'],
    ['FR7630004000031234567890143', ['FR76 3000 4000 0312 3456 7890 143'], '[…]'],
    ['ma AB123CD', ['AB-123-CD'], 'ma […]'],
    ['zut 🤬🤬', ['🤬🤬'], 'zut […]'],
    ['un passage. Le passage', ['passage'], 'un […]. Le […]'],
  ])('in « %s »', (text, passages, expected) => {
    expect(maskText(text, passages)).toBe(expected)
  })

  it('reaches across tags, paragraphs and entities', () => {
    expect(
      maskRichText('<p>Le 06 <strong>12 34</strong> 56 78 &amp; après</p>', ['06 12 34 56 78 & après']),
    ).toBe('<p>Le […]<strong></strong></p>')
    expect(maskRichText('<p>Paul</p><p>Durand</p>', ['Paul Durand'])).toBe('<p>[…]</p><p></p>')
  })

  it('leaves no masked address in a link', () => {
    const html =
      '<p>Voir <a href="mailto:p.durand@exemple.fr">mon adresse</a> et <a href="https://mairie.fr/">ici</a></p>'
    expect(maskRichText(html, ['p.durand@exemple.fr'])).toBe(
      '<p>Voir mon adresse et <a href="https://mairie.fr/">ici</a></p>',
    )
  })

  it('I15 leaves no masked word in any text, and does nothing more the second time', () => {
    const word = fc.stringMatching(/^[a-zé]{2,8}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.nat(11), (words, index) => {
        const secret = words[index % words.length] ?? ''
        const html = `<p>${words.join(' <em>')}${'</em>'.repeat(words.length - 1)}</p>`
        const masked = maskRichText(html, [secret])
        const left = masked.replace(/<[^>]*>/g, '').split(/[^a-zé]+/)
        expect(left).not.toContain(secret)
        expect(maskRichText(masked, [secret])).toBe(masked)
        expect(maskText(words.join(' '), [secret]).split(' ')).not.toContain(secret)
      }),
    )
  })
})
