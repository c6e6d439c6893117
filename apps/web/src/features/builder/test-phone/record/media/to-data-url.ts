/** Twice the widest a picture is shown, in pixels. */
const mostWidth = 448;

type Size = { width: number; height: number };

/** What a picture shows, no larger than it is needed; null when another server does not let it be read. */
export function toDataUrl(
  source: CanvasImageSource,
  { width, height }: Size,
  paintOver?: (context: CanvasRenderingContext2D, size: Size) => void,
): string | null {
  if (width === 0 || height === 0) return null;
  const scale = Math.min(1, mostWidth / width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  paintOver?.(context, canvas);
  try {
    return canvas.toDataURL('image/webp', 0.9);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'SecurityError') return null;
    throw cause;
  }
}
