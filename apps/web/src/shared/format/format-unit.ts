/** Making a format takes longer than all formatting, and a list or a flow has hundreds of spans. */
const formats = new Map<string, Intl.NumberFormat>();

/** A number of a unit as people say it: "2 hours". */
export function formatUnit(
  value: number,
  unit: 'second' | 'minute' | 'hour' | 'day',
  language: string,
): string {
  const key = `${language} ${unit}`;
  const format =
    formats.get(key) ?? new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  formats.set(key, format);
  return format.format(value);
}
