/** How long the canvas takes to glide somewhere: not at all for people who asked for less motion. */
export function motionMs(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200;
}
