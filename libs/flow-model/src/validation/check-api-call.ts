import { isCallHeader } from '../calls/call-headers';
import { callLimits } from '../calls/call-limits';
import { parseBodyTemplate } from '../calls/parse-body-template';
import { parseResponsePath } from '../calls/response-path';
import type { NodeOf } from '../flow-definition';
import { checkAttribute } from './check-contact';
import { isBlank } from './check-text';
import type { NodeReport } from './node-report';

type ApiCall = NodeOf<'external_api_call'>;

export function checkApiCall(node: ApiCall, report: NodeReport): void {
  checkAddress(node.url ?? '', report);
  checkBounds(node, report);
  checkHeaders(Object.entries(node.headers ?? {}), report);
  checkBody(node, report);
  checkSaved(node.saveResponse ?? [], report);
}

function checkAddress(url: string, report: NodeReport): void {
  if (isBlank(url)) {
    report.error('url_missing', 'url', 'Fill in the address to call.');
    return;
  }
  const written = url.trim();
  const authority = /^https?:\/\/([^/?#]*)/i.exec(written)?.[1];
  const isFilledIn = written.startsWith('{{') || written.startsWith('{%');
  if (!isFilledIn && (authority === undefined || authority === '')) {
    report.error('invalid_url', 'url', 'Correct this address: it has to begin with https:// or a variable.');
  }
  if (authority?.includes('@')) {
    report.error('url_with_password', 'url', 'Move the name and password out of the address into a header.');
  }
  if (written.length > callLimits.urlLength) {
    report.error('url_too_long', 'url', `Shorten this address: ${callLimits.urlLength} characters at most.`);
  }
}

function checkBounds({ timeoutMs, retries }: ApiCall, report: NodeReport): void {
  if (!isWithin(timeoutMs ?? callLimits.defaultTimeoutMs, 1, callLimits.maxTimeoutMs)) {
    report.error('invalid_timeout', 'timeoutMs', 'Choose a time limit of at most 30 seconds.');
  }
  if (!isWithin(retries ?? 0, 0, callLimits.maxRetries)) {
    report.error('invalid_retries', 'retries', `Choose between 0 and ${callLimits.maxRetries} retries.`);
  }
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function checkHeaders(headers: readonly [string, string][], report: NodeReport): void {
  if (headers.length > callLimits.headers) {
    report.error('too_many_headers', 'headers', `Remove headers: ${callLimits.headers} at most.`);
  }
  for (const [name, value] of headers) {
    const path = `headers.${name}`;
    if (!isCallHeader(name)) {
      report.error('invalid_header', path, `Remove the header “${name}”: it cannot be set here.`);
    }
    if (/[\r\n]/.test(value)) {
      report.error('invalid_header', path, `Write the value of “${name}” in one line.`);
    }
  }
}

function checkBody({ body, method = 'GET' }: ApiCall, report: NodeReport): void {
  const { kind } = parseBodyTemplate(body);
  if (kind === 'broken') {
    report.error('invalid_body', 'body', 'Correct the JSON of this body: put variables between quotes.');
  }
  if (kind !== 'none' && method === 'GET') {
    report.warn('body_not_sent', 'body', 'Choose POST to send this body: GET sends none.');
  }
}

function checkSaved(saved: readonly { path: string; attribute: string }[], report: NodeReport): void {
  if (saved.length > callLimits.savedValues) {
    report.error('too_many_values', 'saveResponse', `Save ${callLimits.savedValues} values at most.`);
  }
  saved.forEach(({ path, attribute }, index) => {
    if (parseResponsePath(path) === null) {
      const message = 'Correct this path: write it as data.items[0].name.';
      report.error('invalid_path', `saveResponse.${index}.path`, message);
    }
    checkAttribute(attribute, `saveResponse.${index}.attribute`, report);
  });
}
