import { apiCall, flow, humanTakeover, message, on, onNext, start } from '../builders';
import { validateFlow } from './validate-flow';

type Options = NonNullable<Parameters<typeof apiCall>[1]>;

function problemsOf(url: string, options: Options = {}): string[] {
  const document = flow(
    start(),
    apiCall(url, { id: 'it', ...options, to: [onNext('bye'), on('error', 'bye')] }),
    humanTakeover('bye', { id: 'bye' }),
  );
  return validateFlow(document)
    .filter(({ nodeId, code }) => nodeId === 'it' && code !== 'variable_may_be_empty')
    .map(({ code, path }) => `${path}: ${code}`);
}

describe('validating an API call', () => {
  it('takes complete calls', () => {
    expect(problemsOf('https://x.test/people/{{contact.id}}?full=1')).toEqual([]);
    expect(
      problemsOf('{{ account.name }}/hook', { method: 'POST', body: { name: '{{contact.name}}' } }),
    ).toEqual([]);
    const saveResponse = [{ path: 'data.items[0].name', attribute: 'flow.name' }];
    const headers = { Authorization: 'Bearer x' };
    expect(problemsOf('http://x.test', { timeoutMs: 30_000, retries: 3, headers, saveResponse })).toEqual([]);
  });

  it.each([
    ['', 'url: url_missing'],
    ['ftp://x.test', 'url: invalid_url'],
    ['x.test/path', 'url: invalid_url'],
    ['https:///path', 'url: invalid_url'],
    ['https://user:secret@x.test/', 'url: url_with_password'],
    [`https://x.test/${'a'.repeat(5000)}`, 'url: url_too_long'],
  ])('wants an address: %s', (url, problem) => expect(problemsOf(url)).toEqual([problem]));

  it.each<[Options, string]>([
    [{ timeoutMs: 30_001 }, 'timeoutMs: invalid_timeout'],
    [{ timeoutMs: 0 }, 'timeoutMs: invalid_timeout'],
    [{ retries: 4 }, 'retries: invalid_retries'],
    [{ retries: -1 }, 'retries: invalid_retries'],
    [{ headers: { Host: 'y.test' } }, 'headers.Host: invalid_header'],
    [{ headers: { a: 'b\r\nc: d' } }, 'headers.a: invalid_header'],
    [{ method: 'POST', body: '{"n": {{contact.id}}}' }, 'body: invalid_body'],
    [{ body: { a: 1 } }, 'body: body_not_sent'],
    [{ saveResponse: [{ path: 'a.__proto__', attribute: 'x' }] }, 'saveResponse.0.path: invalid_path'],
    [
      { saveResponse: [{ path: 'a', attribute: 'constructor' }] },
      'saveResponse.0.attribute: invalid_attribute',
    ],
    [{ saveResponse: [{ path: 'a', attribute: '' }] }, 'saveResponse.0.attribute: invalid_attribute'],
  ])('keeps the limits: %j', (options, problem) => {
    expect(problemsOf('https://x.test', options)).toEqual([problem]);
  });

  it('asks what happens when nobody answers', () => {
    const document = flow(start(), apiCall('https://x.test', { id: 'it' }), humanTakeover('bye'));
    const [problem] = validateFlow(document);
    expect(problem).toMatchObject({ severity: 'warning', code: 'failure_not_handled', nodeId: 'it' });
    expect(problem?.fix?.operations).toMatchObject([{ op: 'connect', condition: { type: 'error' } }]);
  });

  it('knows that the call fills its attributes', () => {
    const document = flow(
      start(),
      apiCall('https://x.test', { saveResponse: [{ path: 'name', attribute: 'nickname' }] }),
      message('Hi {{contact.nickname}}', { id: 'm' }),
      humanTakeover('bye'),
    );
    expect(validateFlow(document).map(({ code }) => code)).not.toContain('variable_may_be_empty');
  });
});
