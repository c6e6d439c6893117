/** When an access token runs out, epoch milliseconds; null when it does not say. */
export function tokenExpiryMs(token: string): number | null {
  const payload = token.split('.')[1];
  if (!payload) return null;
  try {
    const claims: unknown = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
    if (typeof claims !== 'object' || claims === null) return null;
    const exp: unknown = Reflect.get(claims, 'exp');
    return typeof exp === 'number' ? exp * 1_000 : null;
  } catch {
    return null;
  }
}
