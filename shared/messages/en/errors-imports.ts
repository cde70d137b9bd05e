/** Refusals of a file to import: nothing of it has been written. Joined to `errors`. */
export const errorsImports = {
  'file-empty': 'The file “{{file}}” is empty. Nothing was imported. Export it again.',
  'file-too-large':
    'The file “{{file}}” is larger than what is accepted ({{limit}}). Nothing was imported. Save it as CSV or split it into several files.',
  'file-unreadable':
    'The file “{{file}}” cannot be read. Nothing was imported. Check that it is a file and that you have access to it, then try again.',
  'too-many-columns':
    'The file “{{file}}” has more than {{limit}} columns. Nothing was imported. Check the separator, or whether rows and columns are swapped.',
  'file-changed':
    'The file “{{file}}” was changed since its preview. Nothing was imported. Read it again before importing.',
  'format-unknown':
    'Parvis does not recognise the content of “{{file}}”. Nothing was imported. Formats read: CSV, Excel (.xlsx), OpenDocument (.ods), JSON, Decidim’s ZIP, GeoJSON.',
  'old-office-file':
    'The file “{{file}}” is in Excel’s old format (.xls) or protected by a password. Nothing was imported. Open it in Excel and save it as .xlsx without a password.',
  'workbook-damaged':
    'The workbook “{{file}}” is incomplete or damaged. Nothing was imported. Open it in Excel, save it again, then try again.',
  'sheet-missing':
    'The file “{{file}}” has no sheet “{{sheet}}”. Nothing was imported. Choose another sheet.',
  'sheet-empty': 'The sheet “{{sheet}}” of “{{file}}” is empty. Nothing was imported. Choose another sheet.',
  'table-empty':
    'The file “{{file}}” has no header line. Nothing was imported. Say which line holds the headers or check the file.',
  'headers-repeated':
    'Several columns of “{{file}}” have the same header with different values: {{columns}}. Nothing was imported. Rename them in the file.',
  'csv-quote-open':
    'A quotation mark opened on line {{line}} is never closed: the rest of the file cannot be read. Nothing was imported. Correct that line or export the file again.',
  'json-damaged':
    'The JSON file “{{file}}” is incomplete or malformed. Nothing was imported. Export it again.',
  'json-not-a-list': 'The JSON file “{{file}}” does not hold a list of items. Nothing was imported.',
  'geojson-damaged':
    'The file “{{file}}” is not a readable GeoJSON of districts. Nothing was imported. Export the districts as GeoJSON (a collection of polygons).',
  'archive-damaged':
    'The archive “{{file}}” is incomplete or damaged. Nothing was imported. Download it again.',
  'archive-encrypted':
    'The archive “{{file}}” is protected by a password. Nothing was imported. Unpack it, then choose the file that it holds.',
  'archive-bomb':
    'The archive “{{file}}” would unpack to an abnormal volume. Nothing was imported. Check where it comes from.',
  'archive-without-table': 'The archive “{{file}}” holds no CSV, Excel or JSON file. Nothing was imported.',
  'mapping-without-text':
    'No column of “{{file}}” gives the title or the text of the proposals. Nothing was imported. Say which one does.',
} as const
