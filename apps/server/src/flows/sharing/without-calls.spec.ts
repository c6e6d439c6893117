import { apiCall, flow, message, on, onNext, start } from '@instaflow/flow-model';
import { withoutCalls } from './without-calls';

const calling = (url: string) =>
  flow(
    start(),
    apiCall(url, {
      id: 'call',
      headers: { Authorization: 'secret' },
      body: { key: 'secret' },
      to: [onNext('m'), on('error', 'm')],
    }),
    message('Hi', { id: 'm' }),
  );

describe('a document for strangers', () => {
  it.each([
    ['https://user:secret@shop.example/secret?key=secret', 'https://shop.example/'],
    ['{{flow.secret}}', 'https://example.com/'],
    ['', 'https://example.com/'],
  ])('tells of a call to "%s" no more than %s', (url, shown) => {
    const stripped = withoutCalls(calling(url));
    expect(stripped.nodes[1]).toMatchObject({ id: 'call', url: shown });
    expect(JSON.stringify(stripped)).not.toContain('secret');
    expect(stripped.nodes[1]?.connections).toHaveLength(2);
    expect(stripped.nodes[2]).toEqual(calling(url).nodes[2]);
  });
});
