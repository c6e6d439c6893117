/** A header as it is being written: it may have no name yet. */
export type HeaderRow = { id: number; name: string; value: string };

type Headers = Readonly<Record<string, string>>;

/** Headers of a step as rows. */
export const toHeaderRows = (headers: Headers): HeaderRow[] =>
  Object.entries(headers).map(([name, value], id) => ({ id, name, value }));

/** The headers rows stand for: without those that have no name, of a name written twice the last one. */
export const toHeaders = (rows: readonly HeaderRow[]): Record<string, string> =>
  Object.fromEntries(rows.filter(({ name }) => name !== '').map(({ name, value }) => [name, value]));

/** One more row. */
export const addHeaderRow = (rows: readonly HeaderRow[]): HeaderRow[] => [
  ...rows,
  { id: Math.max(-1, ...rows.map(({ id }) => id)) + 1, name: '', value: '' },
];

/** The rows being written as long as they say what the step says; its own when it was changed elsewhere, as by undo. */
export function fitHeaderRows(rows: readonly HeaderRow[], headers: Headers): readonly HeaderRow[] {
  const written = toHeaders(rows);
  const names = Object.keys(headers);
  const isSame =
    names.length === Object.keys(written).length && names.every((name) => written[name] === headers[name]);
  return isSame ? rows : toHeaderRows(headers);
}

/** Whether a row's name stands in another row too: names of headers do not differ by case. */
export const isHeaderTwice = (rows: readonly HeaderRow[], row: HeaderRow): boolean =>
  row.name !== '' &&
  rows.some(({ id, name }) => id !== row.id && name.toLowerCase() === row.name.toLowerCase());
