import { takeEarlyAnswer } from './early-answers';

const request = { method: 'GET', url: '/api/v1/workspaces?limit=100', body: undefined };
const early = (): Response => new Response('{}');
const leave = (answer: Promise<Response | null>) => {
  globalThis.instaflowEarly = { 'GET /api/v1/workspaces?limit=100': answer };
};

afterEach(() => {
  jest.restoreAllMocks();
  globalThis.instaflowEarly = undefined;
});

describe('answers to what was asked before the app was here', () => {
  it('are taken once, and only for the same request', async () => {
    const answer = early();
    leave(Promise.resolve(answer));
    expect(takeEarlyAnswer({ ...request, method: 'POST' })).toBeNull();
    expect(takeEarlyAnswer({ ...request, url: '/api/v1/workspaces' })).toBeNull();
    expect(await takeEarlyAnswer(request)).toBe(answer);
    expect(takeEarlyAnswer(request)).toBeNull();
  });

  it('are too old later on, and there need be none', () => {
    expect(takeEarlyAnswer(request)).toBeNull();
    leave(Promise.resolve(early()));
    jest.spyOn(performance, 'now').mockReturnValue(10_000);
    expect(takeEarlyAnswer(request)).toBeNull();
  });
});
