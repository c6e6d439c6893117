/** Best first: what every phone and chat plays, then what this browser can. */
const types = [
  'video/mp4;codecs=avc1.640028',
  'video/mp4;codecs=avc1.42E028',
  'video/mp4;codecs=avc1',
  'video/webm;codecs=vp9',
  'video/webm;codecs=vp8',
  'video/webm',
  'video/mp4',
];

/** How this browser can record a canvas; null when it cannot. */
export function chooseVideoType(): string | null {
  if (typeof MediaRecorder === 'undefined' || !('captureStream' in HTMLCanvasElement.prototype)) return null;
  return types.find((type) => MediaRecorder.isTypeSupported(type)) ?? null;
}
