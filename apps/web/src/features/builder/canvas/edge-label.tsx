const maxLength = 18;
const characterWidth = 6.4;

/** The condition of a connection, written on it. */
export function EdgeLabel({ text, x, y }: { text: string; x: number; y: number }) {
  const shown = text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text;
  const width = measureLabel(text);
  return (
    <g
      transform={`translate(${String(x)} ${String(y)})`}
      className="pointer-events-none group-hover/edge:opacity-0"
    >
      <title>{text}</title>
      <rect x={-width / 2} y={-10} width={width} height={20} rx={10} className="fill-surface stroke-line" />
      <text textAnchor="middle" dominantBaseline="central" className="fill-ink-muted text-[11px]">
        {shown}
      </text>
    </g>
  );
}

/** The width of a label in pixels, near enough. */
export function measureLabel(text: string): number {
  return Math.min(text.length, maxLength) * characterWidth + 16;
}
