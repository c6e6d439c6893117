import { buildRequest } from './build-request';

describe('buildRequest', () => {
  it('fills parameters escaped', () => {
    expect(
      buildRequest(['GET', '/flows/{id}/versions/{version}'], { params: { id: 'a/b', version: 3 } }),
    ).toEqual({
      method: 'GET',
      url: '/api/v1/flows/a%2Fb/versions/3',
      body: undefined,
    });
  });

  it('leaves empty query values out', () => {
    const { url } = buildRequest(['GET', '/x'], {
      query: { search: '', page: 2, tag: undefined, unread: 'true' },
    });
    expect(url).toBe('/api/v1/x?page=2&unread=true');
  });

  it('sends a body as JSON', () => {
    expect(buildRequest(['POST', '/x'], { body: { a: null } }).body).toBe('{"a":null}');
  });
});
