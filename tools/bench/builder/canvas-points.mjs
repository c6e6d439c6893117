export const card = '.react-flow__node';

/** A point of the canvas that nothing covers. */
export const findEmptyPoint = (page) =>
  page.evaluate(`(() => {
    const { left, top, width, height } = document.querySelector('.react-flow').getBoundingClientRect();
    for (let y = top + height * 0.3; y < top + height * 0.8; y += 7)
      for (let x = left + width * 0.3; x < left + width * 0.7; x += 7)
        if (document.elementFromPoint(x, y)?.classList.contains('react-flow__pane')) return { x, y };
    throw new Error('no empty spot on the canvas');
  })()`);

/** The head of a message in the middle of the view. */
export const findMessage = (page) =>
  page.evaluate(`(() => {
    for (const element of document.querySelectorAll('${card}')) {
      if (!element.textContent.startsWith('Message')) continue;
      const box = element.getBoundingClientRect();
      const point = { x: box.left + box.width / 2, y: box.top + 14 };
      if (point.y > 150 && point.y < 800 && point.x > 480 && point.x < 1300 &&
          element.contains(document.elementFromPoint(point.x, point.y))) return point;
    }
    throw new Error('no message in the middle of the view');
  })()`);

/** Until the view has not moved for two looks, 100 ms apart. */
export const untilStill = async (page) => {
  const look = () => page.evaluate(`document.querySelector('.react-flow__viewport').style.transform`);
  for (let before = null, now = await look(); before !== now;) {
    before = now;
    await page.waitForTimeout(100);
    now = await look();
  }
};

/** A canvas that has the keyboard and nothing selected on it. */
export const focusCanvas = async (page) => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const { x, y } = await page.evaluate(`(() => {
    const { left, top } = document.querySelector('.react-flow').getBoundingClientRect();
    return { x: left + 12, y: top + 12 };
  })()`);
  await page.mouse.click(x, y);
};
