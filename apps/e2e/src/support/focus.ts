import type { Page } from 'playwright-core';
import { z } from 'zod';

const focused = z.object({
  label: z.string(),
  isLost: z.boolean(),
  isCovered: z.boolean(),
  ringContrast: z.number(),
});
export type Focused = z.infer<typeof focused>;

/**
 * In the page: what has the focus; whether it is lost (on the page as a whole, or on something that is not shown);
 * whether something else lies over its middle; and the contrast of the ring around it to what is behind that.
 */
const read = `(() => {
  const element = document.activeElement;
  const box = element?.getBoundingClientRect();
  const isLost = !element || element === document.body || !element.isConnected || box.width === 0 || box.height === 0;
  if (isLost) return { label: element?.tagName ?? '', isLost, isCovered: false, ringContrast: 0 };
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const pixel = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const luminance = (color) => {
    const [r, g, b] = [...pixel(color)].slice(0, 3).map((part) => part / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  let behind = element.parentElement;
  while (behind && pixel(getComputedStyle(behind).backgroundColor)[3] < 255) behind = behind.parentElement;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const [light, dark] = [outlineColor, behind ? getComputedStyle(behind).backgroundColor : 'white']
    .map(luminance).sort((one, other) => other - one);
  const hasRing = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 24));
  return {
    label: element.getAttribute('aria-label') ?? element.textContent.slice(0, 60),
    isLost,
    isCovered: !element.contains(top),
    ringContrast: hasRing ? (light + 0.05) / (dark + 0.05) : 0,
  };
})()`;

/** What has the focus and how it shows. */
export const readFocus = async (page: Page): Promise<Focused> => focused.parse(await page.evaluate(read));
