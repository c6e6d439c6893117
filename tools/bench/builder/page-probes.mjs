/** Frames, long tasks and paints of the page, counted in it. */
export const installProbes = `(() => {
  const probe = { frames: [], longTasks: [], isOn: false };
  new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries()) probe.longTasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  const tick = (now) => { if (probe.isOn) { probe.frames.push(now); requestAnimationFrame(tick); } };
  window.benchProbe = {
    start() { probe.frames = []; probe.longTasks = []; probe.isOn = true; requestAnimationFrame(tick); },
    stop() { probe.isOn = false; return { frames: probe.frames, longTasks: probe.longTasks }; },
    /** Waits for the next event of a kind; \`painted\` is then the time until the frame after it was painted. */
    arm(type) {
      this.painted = new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error('no ' + type)), 10000);
        const onEvent = () => {
          const from = performance.now();
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => resolve(performance.now() - from);
            channel.port2.postMessage(0);
          });
        };
        window.addEventListener(type, onEvent, { once: true, capture: true });
      });
    },
  };
})()`;

const gapsOf = (frames) => frames.slice(1).map((at, index) => at - frames[index]);

/** Frames of an action: their mean rate, the 95th percentile of their length, and what the main thread did for each. */
export const watchFrames = async (page, cdp, action) => {
  const metric = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const before = await metric();
  await page.evaluate('window.benchProbe.start()');
  await action();
  const { frames, longTasks } = await page.evaluate('window.benchProbe.stop()');
  const taskMs = (await metric()) - before;
  const gaps = gapsOf(frames).toSorted((a, b) => a - b);
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  return {
    fps: Math.round((gaps.length / total) * 1000),
    p95FrameMs: Math.round(gaps[Math.floor(gaps.length * 0.95)] ?? 0),
    taskMsPerFrame: Math.round((taskMs / Math.max(gaps.length, 1)) * 10) / 10,
    longestTaskMs: Math.round(Math.max(0, ...longTasks.map(({ duration }) => duration))),
  };
};

/** Milliseconds from the next event of a kind, which `act` causes, until its frame is painted. */
export const timeToPaint = async (page, type, act) => {
  await page.evaluate(`window.benchProbe.arm('${type}')`);
  await act();
  return page.evaluate('window.benchProbe.painted');
};
