/** Leaves room for the words and buttons below it, also on a phone on its side. */
export const previewLook =
  'aspect-9/16 max-h-[38dvh] min-h-40 self-center rounded-lg border border-line bg-sunken object-contain';
