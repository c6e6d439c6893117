import { isReachableForInstagram } from './is-reachable-for-instagram';

const isReachable = (publicUrl: string, graphApiUrl: string | null) =>
  isReachableForInstagram({ publicUrl, instagram: { graphApiUrl } });
const meta = 'https://graph.instagram.com';

describe('isReachableForInstagram', () => {
  it.each([
    ['https://dm.example.com', meta, true],
    ['http://dm.example.com', meta, false],
    ['http://localhost:3000', meta, false],
    ['https://127.0.0.1', meta, false],
    ['https://192.168.1.10', meta, false],
    ['https://[::1]', meta, false],
    ['https://box.local', meta, false],
    ['http://localhost:3000', null, true],
    ['http://localhost:3000', 'http://127.0.0.1:4100', true],
    ['http://localhost:3000', 'http://simulator:4100', true],
  ])('of %s with Graph at %s is %s', (publicUrl, graph, expected) => {
    expect(isReachable(publicUrl, graph)).toBe(expected);
  });
});
