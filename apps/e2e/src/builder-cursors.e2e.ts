import type { Locator, Page } from 'playwright-core';
import { addColleague, type Login } from './support/add-colleague';
import { signInToApi, type ApiClient } from './support/api-client';
import { findViolations } from './support/axe';
import { keepScreenshot, openPage, type WatchedPage } from './support/browser';
import { builderOf } from './support/builder-handle';
import { takeRenders, watchRenders } from './support/count-renders';
import { drawOnServer, type Drawn } from './support/draw-on-server';
import { signIn } from './support/sign-in';
import { until } from './support/until';
import { useProgram } from './support/use-program';

const scene = useProgram();
let api: ApiClient;
let ana: Login;
let ben: Login;
let drawn: Drawn;

beforeAll(async () => {
  api = await signInToApi(scene.program);
  ana = await addColleague(scene.program, api, { firstName: 'Ana', lastName: 'Silva' });
  ben = await addColleague(scene.program, api, { firstName: 'Ben', lastName: 'Costa' });
});
beforeEach(async () => {
  const step = (name: string, x: number) => ({ name, text: 'Hi', x, y: 0, to: null });
  const steps = { hello: step('Welcome', 0), more: step('More', 400) };
  drawn = await drawOnServer(api, { url: scene.program.url, name: 'Talk', steps, first: 'hello' });
});

/** A page, and what it said and fetched for pointers. */
type Window = WatchedPage & { name: string; sent: string[]; fetched: string[] };
const opened: Window[] = [];
afterEach(async () => {
  for (const { page, name } of opened) if (!page.isClosed()) await keepScreenshot(page, `cursors-${name}`);
  await Promise.all(opened.splice(0).map(({ page }) => page.context().close()));
});

const openAs = async (
  name: string,
  login: Login,
  viewport = { width: 1440, height: 900 },
): Promise<Window> => {
  const watched = await openPage(scene.browser, { viewport });
  const window: Window = { ...watched, name, sent: [], fetched: [] };
  opened.push(window);
  const { page } = window;
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      if (payload.includes('flow.pointer')) window.sent.push(payload.toString());
    }),
  );
  page.on('request', (request) => {
    if (/\/cursors-[^/]*\.js$/.test(request.url())) window.fetched.push(request.url());
  });
  await signIn(page, scene.program, login);
  await watchRenders(page);
  await page.goto(drawn.address);
  await builderOf(page).untilReady();
  return window;
};

type Point = { x: number; y: number };
/** Where a point of the flow is on the screen. */
const toScreen = (page: Page, { x, y }: Point): Promise<Point> =>
  page.evaluate<Point>(`(() => {
    const box = document.querySelector('.react-flow').getBoundingClientRect();
    const { a, e, f } = new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport')).transform);
    return { x: box.left + e + ${x} * a, y: box.top + f + ${y} * a };
  })()`);
const zoomOf = (page: Page): Promise<number> =>
  page.evaluate<number>(
    `new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport')).transform).a`,
  );
const pointAt = async (page: Page, position: Point): Promise<void> => {
  const { x, y } = await toScreen(page, position);
  await page.mouse.move(x, y);
};
const cursor = (page: Page, name: string): Locator => page.locator('[data-cursor]').filter({ hasText: name });
/** How far a cursor is from where it belongs, in pixels. */
const missBy = async (page: Page, name: string, position: Point): Promise<number> => {
  const box = await cursor(page, name).boundingBox();
  const { x, y } = await toScreen(page, position);
  return box ? Math.max(Math.abs(box.x - x), Math.abs(box.y - y)) : Infinity;
};
const untilAt = (page: Page, name: string, position: Point) =>
  until(async () => (await missBy(page, name, position)) <= 2, 10_000);
/** Points until somebody sees it: the code for that comes only once both have met. */
const showTo = (seer: Page, pointer: Page, name: string): Promise<void> =>
  until(async () => {
    await pointAt(pointer, { x: 200 + Math.random() * 50, y: 200 });
    return (await cursor(seer, name).count()) === 1;
  }, 15_000);

/** The least contrast of a name on its colour, over all colours a cursor can have. */
const leastContrast = (page: Page): Promise<number> =>
  page.evaluate<number>(`(() => {
    const label = document.querySelector('[data-cursor] span');
    const place = label.closest('[data-cursor]');
    const tone = place.dataset.tone;
    const context = document.createElement('canvas').getContext('2d');
    const luminance = (color) => {
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
      const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((part) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrasts = ['send', 'start', 'people', 'ask', 'logic', 'contact'].map((next) => {
      place.dataset.tone = next;
      const { color, backgroundColor } = getComputedStyle(label);
      const [low, high] = [luminance(color), luminance(backgroundColor)].sort((one, other) => one - other);
      return (high + 0.05) / (low + 0.05);
    });
    place.dataset.tone = tone;
    return Math.min(...contrasts);
  })()`);

it('shows where others point, at the same place of the flow whatever each of them looks at', async () => {
  const mine = await openAs('mine', scene.program.demo);
  const [hers, his] = [await openAs('hers', ana, { width: 1100, height: 700 }), await openAs('his', ben)];
  await pointAt(mine.page, { x: 100, y: 150 });
  await mine.page.mouse.wheel(0, 400);
  await until(async () => (await zoomOf(mine.page)) !== (await zoomOf(hers.page)), 5_000);
  await showTo(mine.page, hers.page, 'Ana Silva');
  await showTo(mine.page, his.page, 'Ben Costa');

  const [spot, place] = [
    { x: 130.5, y: 240 },
    { x: 420, y: -60 },
  ];
  await pointAt(hers.page, { x: 10, y: 10 });
  await pointAt(hers.page, spot);
  await pointAt(his.page, place);
  await untilAt(mine.page, 'Ana Silva', spot);
  await untilAt(mine.page, 'Ben Costa', place);
  // The canvas moves, and with it what others point at; their arrows and names keep their size.
  await mine.page.mouse.wheel(0, -300);
  await untilAt(mine.page, 'Ana Silva', spot);
  const label = await cursor(mine.page, 'Ana Silva').locator('span').boundingBox();
  expect(Math.round(label?.height ?? 0)).toBe(20);
  await takeRenders(mine.page);
  for (let x = 0; x < 300; x += 10) await pointAt(hers.page, { x, y: 300 });
  await untilAt(mine.page, 'Ana Silva', { x: 290, y: 300 });
  expect(await takeRenders(mine.page)).toEqual([]);

  for (const colorScheme of ['dark', 'light'] as const) {
    await mine.page.emulateMedia({ colorScheme });
    expect(await leastContrast(mine.page)).toBeGreaterThan(4.5);
    expect(await findViolations(mine.page)).toEqual([]);
    await keepScreenshot(mine.page, `cursors-two-${colorScheme}`);
  }
  expect([mine.problems, hers.problems, his.problems]).toEqual([[], [], []]);
}, 120_000);

it('takes the pointer away with whoever leaves the canvas or the flow', async () => {
  const mine = await openAs('seeing', scene.program.demo);
  const hers = await openAs('leaving', ana);
  await showTo(mine.page, hers.page, 'Ana Silva');
  await hers.page.mouse.move(300, 10);
  await cursor(mine.page, 'Ana Silva').waitFor({ state: 'detached' });
  await showTo(mine.page, hers.page, 'Ana Silva');
  await hers.page.keyboard.press('o');
  await cursor(mine.page, 'Ana Silva').waitFor({ state: 'detached' });
  await hers.page.keyboard.press('o');
  await hers.page.locator('.react-flow__viewport').waitFor({ state: 'attached' });
  await showTo(mine.page, hers.page, 'Ana Silva');
  await hers.page.close();
  await cursor(mine.page, 'Ana Silva').waitFor({ state: 'detached' });
  expect([mine.problems, hers.problems]).toEqual([[], []]);
}, 90_000);

it('says and fetches nothing while one is alone, and ten times a second at most when one is not', async () => {
  const mine = await openAs('alone', scene.program.demo);
  const sweep = async (page: Page, forMs: number): Promise<void> => {
    const endsAt = Date.now() + forMs;
    while (Date.now() < endsAt) await page.mouse.move(500 + Math.random() * 300, 300 + Math.random() * 200);
  };
  await sweep(mine.page, 1_500);
  expect([mine.sent, mine.fetched]).toEqual([[], []]);

  const hers = await openAs('company', ana);
  await showTo(hers.page, mine.page, 'Demo');
  expect(mine.fetched).toHaveLength(1);
  const before = mine.sent.length;
  const startedAt = Date.now();
  await sweep(mine.page, 2_000);
  const said = mine.sent.length - before;
  expect(said).toBeGreaterThan(3);
  expect(said).toBeLessThanOrEqual((Date.now() - startedAt) / 100 + 2);

  await hers.page.close();
  await mine.page.getByRole('list', { name: 'Who else looks at this flow' }).waitFor({ state: 'detached' });
  const after = mine.sent.length;
  await sweep(mine.page, 500);
  expect(mine.sent).toHaveLength(after);
  expect(mine.problems).toEqual([]);
}, 90_000);
