import { addHeaderRow, fitHeaderRows, isHeaderTwice, toHeaderRows, toHeaders } from './header-rows';

describe('header rows', () => {
  const rows = toHeaderRows({ Accept: 'text/plain', 'X-Key': '{{contact.key}}' });

  it('give back the headers they were made of', () => {
    expect(toHeaders(rows)).toEqual({ Accept: 'text/plain', 'X-Key': '{{contact.key}}' });
  });

  it('are kept while one of them has no name yet', () => {
    const written = addHeaderRow(rows);
    expect(toHeaders(written)).toEqual(toHeaders(rows));
    expect(fitHeaderRows(written, toHeaders(written))).toBe(written);
  });

  it('give way to what the step says when it was changed elsewhere', () => {
    expect(fitHeaderRows(rows, { Accept: '*/*' })).toEqual([{ id: 0, name: 'Accept', value: '*/*' }]);
    expect(fitHeaderRows(rows, {})).toEqual([]);
  });

  it('tell a name that is there twice, whatever its case', () => {
    const [first, second] = [
      { id: 0, name: 'Accept', value: 'a' },
      { id: 1, name: 'accept', value: 'b' },
    ];
    expect(isHeaderTwice([first, second], second)).toBe(true);
    expect(isHeaderTwice([first], first)).toBe(false);
    expect(isHeaderTwice(addHeaderRow(addHeaderRow([])), { id: 0, name: '', value: '' })).toBe(false);
  });
});
