/** When a text is painted in the thread, when something was pressed, and how long the page took to answer presses. */
export const screenProbes = `(() => {
  const probe = { interactions: [], pressedAt: 0 };
  new PerformanceObserver((list) => {
    for (const { duration, interactionId, name } of list.getEntries())
      if (interactionId) probe.interactions.push({ duration, name });
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  for (const type of ['pointerdown', 'keydown'])
    window.addEventListener(type, (event) => { probe.pressedAt = performance.timeOrigin + event.timeStamp; }, true);
  const thread = () => document.querySelector('[role="region"][aria-label^="Messages with"]');
  window.screenProbe = {
    interactions: () => probe.interactions,
    pressedAt: () => probe.pressedAt,
    /** Milliseconds since the epoch, once the thread of that person is painted with the text in it. */
    shown: (person, text) => new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('not shown: ' + text)), 15000);
      const look = () => {
        const shown = thread();
        if (!shown?.getAttribute('aria-label').includes(person) || !shown.textContent.includes(text))
          return requestAnimationFrame(look);
        clearTimeout(late);
        requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
      };
      look();
    }),
  };
})()`;

/** Milliseconds from the press that `act` makes until the text is painted in the thread of that person. */
export const timeFromPress = async (page, { person, text }, act) => {
  const shown = page.evaluate(`window.screenProbe.shown(${JSON.stringify(person)}, ${JSON.stringify(text)})`);
  await act();
  return (await shown) - (await page.evaluate('window.screenProbe.pressedAt()'));
};
