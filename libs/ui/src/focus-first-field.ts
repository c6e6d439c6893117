/**
 * For `onOpenAutoFocus` of a layer: the focus goes to its first field instead of the cross that closes it. With a finger it
 * goes to the layer itself, since a field would open the keyboard over half of the screen.
 */
export function focusFirstField(event: Event): void {
  const layer = event.currentTarget;
  if (!(layer instanceof HTMLElement)) return;
  const field = layer.querySelector<HTMLElement>(
    'input:not([type=hidden]):not([type=radio]):not([aria-hidden]):not(:disabled), textarea:not(:disabled)',
  );
  const isTouch = matchMedia('(pointer: coarse)').matches;
  if (!field && !isTouch) return;
  event.preventDefault();
  (isTouch || !field ? layer : field).focus({ preventScroll: true });
}

/** For `onOpenAutoFocus` of a layer that is read from its top: the focus goes to the layer itself. */
export function focusLayer(event: Event): void {
  const layer = event.currentTarget;
  if (!(layer instanceof HTMLElement)) return;
  event.preventDefault();
  layer.focus({ preventScroll: true });
}
