/** A file's size as people say it: "840 kB", "1.3 MB". */
export function formatSize(bytes: number, language: string): string {
  const [value, unit] =
    bytes < 999_500 ? [Math.ceil(bytes / 1_000), 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 });
  return format.format(value);
}
