import { isWell, type Format, type ReportCase } from './report';

/** The result of a command in one of its formats, with a line feed at its end. */
export function writeReport(
  cases: readonly ReportCase[],
  { format, isStrict, subject }: { format: Format; isStrict: boolean; subject: 'flow' | 'test' },
): string {
  switch (format) {
    case 'text':
      return writeText(cases, { isStrict, subject });
    case 'json':
      return `${JSON.stringify({ ok: cases.every((one) => isWell(one, { isStrict })), cases }, null, 2)}\n`;
    case 'junit':
      return writeJunit(cases, { isStrict, subject });
  }
}

type Options = { isStrict: boolean; subject: 'flow' | 'test' };

function writeText(cases: readonly ReportCase[], { isStrict, subject }: Options): string {
  const blocks = cases.map((one) => {
    const mark = isWell(one, { isStrict }) ? '✓' : '✗';
    const title = `${mark} ${one.file} · ${one.flow}${one.name === '' ? '' : ` · ${one.name}`}`;
    const lines = one.findings.map(
      ({ severity, where, code, message }) =>
        `    ${severity} ${where}${where === '' ? '' : ' '}${message} (${code})`,
    );
    return [title, ...lines].join('\n');
  });
  const failed = cases.filter((one) => !isWell(one, { isStrict })).length;
  const count = `${cases.length} ${subject}${cases.length === 1 ? '' : 's'}`;
  return `${[...blocks, '', `${count}, ${failed === 0 ? 'all well' : `${failed} not well`}`].join('\n')}\n`;
}

function writeJunit(cases: readonly ReportCase[], { isStrict, subject }: Options): string {
  const failures = cases.filter((one) => !isWell(one, { isStrict })).length;
  const body = cases.map((one) => {
    const failing = one.findings.filter(({ severity }) => isStrict || severity === 'error');
    const inner = failing.map(
      ({ where, code, message }) =>
        `    <failure type="${escape(code)}" message="${escape(message)}">${escape(`${where} ${message}`.trim())}</failure>\n`,
    );
    const name = one.name === '' ? one.flow : one.name;
    const open = `  <testcase classname="${escape(`${one.file}.${one.flow}`)}" name="${escape(name)}"`;
    return inner.length === 0 ? `${open}/>\n` : `${open}>\n${inner.join('')}  </testcase>\n`;
  });
  const attributes = `name="instaflow ${subject}" tests="${cases.length}" failures="${failures}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuite ${attributes}>\n${body.join('')}</testsuite>\n`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML takes it; characters that XML has no way to write are left out. */
function escape(text: string): string {
  return text
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character)
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}
