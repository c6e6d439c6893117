import { round } from './statistics.mjs';

/** Frames, long tasks, paints and calls to workers, counted in the page. */
export const pageProbes = `(() => {
  const probe = { frames: [], longTasks: [], workerCalls: [], run: 0, since: 0 };
  new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries()) probe.longTasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  const untilPainted = (done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  });
  const RealWorker = window.Worker;
  window.Worker = class extends RealWorker {
    constructor(url, options) {
      super(url, options);
      const sent = new Map();
      this.addEventListener('message', ({ data }) => {
        const from = sent.get(data?.requestId);
        if (from !== undefined) probe.workerCalls.push({ url: String(url), ms: performance.now() - from });
      });
      this.noteSent = (message) => sent.set(message?.requestId, performance.now());
    }
    postMessage(message, ...rest) {
      this.noteSent(message);
      super.postMessage(message, ...rest);
    }
  };
  window.benchProbe = {
    start() {
      probe.frames = [];
      probe.since = performance.now();
      probe.run += 1;
      const run = probe.run;
      const tick = (now) => { if (probe.run === run) { probe.frames.push(now); requestAnimationFrame(tick); } };
      requestAnimationFrame(tick);
    },
    stop() {
      probe.run += 1;
      return { frames: probe.frames, longTasks: probe.longTasks.filter(({ startTime }) => startTime >= probe.since) };
    },
    workerCalls: () => probe.workerCalls,
    /** Waits for the next event of a kind; \`painted\` is then the time from it until the frame after it was painted. */
    arm(type) {
      this.painted = new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error('no ' + type)), 10000);
        window.addEventListener(type, (event) => {
          clearTimeout(late);
          untilPainted(() => resolve(performance.now() - event.timeStamp));
        }, { once: true, capture: true });
      });
      this.painted.catch(() => null);
    },
    /** Since the navigation, once elements for all selectors are there and were painted. */
    shown: (selectors) => new Promise((resolve) => {
      const look = () => selectors.every((selector) => document.querySelector(selector))
        ? untilPainted(() => resolve(performance.now()))
        : requestAnimationFrame(look);
      look();
    }),
  };
})()`;

const gapsOf = (frames) => frames.slice(1).map((at, index) => at - frames[index]);

/** Frames of an action: their mean rate, the 95th percentile of their length, and what the main thread did for each. */
export const watchFrames = async ({ page, cdp }, action) => {
  const taskMs = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const before = await taskMs();
  await page.evaluate('window.benchProbe.start()');
  await action();
  const { frames, longTasks } = await page.evaluate('window.benchProbe.stop()');
  const busyMs = (await taskMs()) - before;
  const gaps = gapsOf(frames).toSorted((a, b) => a - b);
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  return {
    fps: round((gaps.length / total) * 1000),
    p95FrameMs: round(gaps[Math.floor(gaps.length * 0.95)] ?? 0),
    taskMsPerFrame: round(busyMs / Math.max(gaps.length, 1)),
    longestTaskMs: round(Math.max(0, ...longTasks.map(({ duration }) => duration)), 0),
  };
};

/** Milliseconds from the next event of a kind, which `act` causes, until its frame is painted. */
export const timeToPaint = async (page, type, act) => {
  await page.evaluate(`window.benchProbe.arm('${type}')`);
  await act();
  return page.evaluate('window.benchProbe.painted');
};

/** Milliseconds from the navigation to `address` until everything that is looked for is painted. */
export const timeToShow = async (page, address, selectors) => {
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: 'commit' });
  return page.evaluate(`window.benchProbe.shown(${JSON.stringify(selectors)})`);
};
