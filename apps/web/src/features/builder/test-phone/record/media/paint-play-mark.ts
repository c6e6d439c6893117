/** The triangle of a video that is not playing, in the middle. */
export function paintPlayMark(
  context: CanvasRenderingContext2D,
  { width, height }: { width: number; height: number },
): void {
  const [x, y, radius] = [width / 2, height / 2, 36];
  context.fillStyle = 'rgb(0 0 0 / 0.55)';
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = '#fff';
  context.beginPath();
  context.moveTo(x - 11, y - 17);
  context.lineTo(x + 19, y);
  context.lineTo(x - 11, y + 17);
  context.fill();
}
