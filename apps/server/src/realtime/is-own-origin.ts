const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Whether a page of this origin may open the stream: our own address, or the one of PUBLIC_URL. Programs send no
 * origin; they need a token like everyone. Outside production pages of this machine may too (development servers).
 */
export function isOwnOrigin(
  headers: { origin?: string | undefined; host?: string | undefined },
  { publicUrl, isProduction }: { publicUrl: string; isProduction: boolean },
): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  if (url.origin === new URL(publicUrl).origin || url.host === host) return true;
  return !isProduction && loopback.test(url.hostname);
}
