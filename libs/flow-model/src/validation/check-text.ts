import { countUtf8Bytes, instagramLimits } from './instagram-limits';
import type { NodeReport } from './node-report';

/** Whether a text says nothing. */
export function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === '';
}

/** The text without its template parts: what surely is sent. */
export function stripTemplate(text: string): string {
  return text.replaceAll(/\{\{[^}]*\}\}|\{%[^%]*%\}/g, '');
}

/** Whether a value is filled in only when the flow runs, so that its final form cannot be checked now. */
export function isTemplated(text: string): boolean {
  return text.includes('{{') || text.includes('{%');
}

/** Reports a text that Instagram would not take in one message. */
export function checkTextLength(text: string | null | undefined, path: string, report: NodeReport): void {
  const bytes = countUtf8Bytes(stripTemplate(text ?? ''));
  if (bytes <= instagramLimits.textBytes) return;
  report.error(
    'text_too_long',
    path,
    `Shorten this text: it has ${bytes} bytes, Instagram takes ${instagramLimits.textBytes}.`,
  );
}

/** Reports a text longer than `limit` characters. */
export function checkLength(
  { text, limit, path, code }: { text: string; limit: number; path: string; code: string },
  report: NodeReport,
): void {
  const length = [...stripTemplate(text)].length;
  if (length > limit) {
    report.error(
      code,
      path,
      `Shorten “${text.slice(0, 30)}”: ${limit} characters at most, it has ${length}.`,
    );
  }
}

/** Reports an address that is not http(s). */
export function checkUrl(url: string, path: string, report: NodeReport): void {
  if (isTemplated(url) || /^https?:\/\/[^\s/]+/i.test(url)) return;
  report.error('invalid_url', path, 'Correct this address: it has to begin with https://.');
}
