import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'

/** A file that no import takes, and what is answered. `code` null: read, but every row rejected or none there. */
export interface BadFile {
  readonly name: string
  readonly code: string | null
  /** Code of each rejected row, when rows alone are at fault. */
  readonly rejections?: readonly string[]
}

/** A ZIP with these entries, the smallest that readers accept. */
function zipOf(entries: readonly { readonly name: string; readonly content: Buffer }[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content } of entries) {
    const packed = deflateRawSync(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('504b01021400', 'hex'), common, rest, Buffer.from(name))
    locals.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('504b0506', 0, 'hex')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, listed, end])
}

async function workbook(path: string, rows: readonly (readonly string[])[]): Promise<void> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Dépôts')
  for (const row of rows) sheet.addRow([...row])
  await book.xlsx.writeFile(path)
}

const header = 'id;titre;description'

/** Writes every bad file into a folder. */
export async function writeBadFiles(folder: string): Promise<readonly BadFile[]> {
  const text = (name: string, content: string | Buffer): void => writeFileSync(join(folder, name), content)
  const someRows = Array.from({ length: 200 }, (_, index) => [`${index}`, `Banc ${index}`, 'À l’ombre'])

  await workbook(join(folder, 'coupe.xlsx'), [['id', 'titre', 'description'], ...someRows])
  truncateSync(join(folder, 'coupe.xlsx'), 4_000)
  text(
    'coupe.zip',
    zipOf([{ name: 'propositions.csv', content: Buffer.from(`${header}\n1;Banc;Ombre\n`.repeat(99)) }]),
  )
  truncateSync(join(folder, 'coupe.zip'), 120)
  await workbook(join(folder, 'feuille-vide.xlsx'), [])
  text(
    'bombe.xlsx',
    zipOf([
      { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
      { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') },
      { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(400 * 1024 * 1024, 32) },
    ]),
  )
  text('image.csv', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(2_000, 7)]))
  text('image.xlsx', Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(2_000, 7)]))
  text(
    'bruit.csv',
    Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 7_919 + (index >> 3)) % 256)),
  )
  text('ancien.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4_000, 1)]))
  text('rien.csv', '')
  text('entetes.csv', 'id;titre;titre;description\n1;Banc;Arbre;Ombre\n2;Jeu;Haie;Soleil\n')
  text('guillemet.csv', `${header}\n1;"Banc;Ombre\n2;Arbre;Tilleul\n`)
  text('coupe.json', '[{"id": 1, "title": "Banc"')
  text('coupe.geojson', '{"type": "FeatureCollection", "features": [{"type": "Feature"')
  text('sans-texte.csv', 'code;montant\n1;2\n3;4\n')
  mkdirSync(join(folder, 'repertoire.csv'))
  text('entete-seul.csv', `${header}\n`)
  text('cellule-enorme.csv', `${header}\n1;Banc;${'x'.repeat(1_100_000)}\n`)
  text('nul.csv', `${header}\n1;Ba\u0000nc;Ombre\n`)
  text('demi-caractere.json', '[{"id": "1", "titre": "Banc \\ud83c", "description": "Ombre"}]')
  text('trop-de-cellules.csv', `${header}\n1;Banc;Ombre;et;plus\n`)
  return [
    { name: 'coupe.xlsx', code: 'archive-damaged' },
    { name: 'coupe.zip', code: 'archive-damaged' },
    { name: 'feuille-vide.xlsx', code: 'sheet-empty' },
    { name: 'bombe.xlsx', code: 'archive-bomb' },
    { name: 'image.csv', code: 'format-unknown' },
    { name: 'image.xlsx', code: 'format-unknown' },
    { name: 'bruit.csv', code: 'format-unknown' },
    { name: 'ancien.xls', code: 'old-office-file' },
    { name: 'rien.csv', code: 'file-empty' },
    { name: 'entetes.csv', code: 'headers-repeated' },
    { name: 'guillemet.csv', code: 'csv-quote-open' },
    { name: 'coupe.json', code: 'json-damaged' },
    { name: 'coupe.geojson', code: 'geojson-damaged' },
    { name: 'sans-texte.csv', code: 'mapping-without-text' },
    { name: 'repertoire.csv', code: 'file-unreadable' },
    { name: 'absent.csv', code: 'file-missing' },
    { name: 'entete-seul.csv', code: null, rejections: [] },
    { name: 'cellule-enorme.csv', code: null, rejections: ['cell-too-long'] },
    { name: 'nul.csv', code: null, rejections: ['null-byte'] },
    { name: 'demi-caractere.json', code: null, rejections: ['broken-character'] },
    { name: 'trop-de-cellules.csv', code: null, rejections: ['too-many-cells'] },
  ]
}
