const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

export function formatTime(at: number): string {
  return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

export function formatDay(at: number, now: number): string {
  const day = new Date(at).toDateString();
  if (day === new Date(now).toDateString()) return `Today ${formatTime(at)}`;
  if (day === new Date(now - 24 * hourMs).toDateString()) return `Yesterday ${formatTime(at)}`;
  const date = new Date(at).toLocaleDateString([], { weekday: 'short', day: 'numeric', month: 'short' });
  return `${date}, ${formatTime(at)}`;
}

/** `23 h 59 min`, or `12 min`. */
export function formatSpan(ms: number): string {
  const hours = Math.floor(ms / hourMs);
  const minutes = Math.floor((ms % hourMs) / minuteMs);
  return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min`;
}
