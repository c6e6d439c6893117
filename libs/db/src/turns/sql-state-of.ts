/** The SQLSTATE of an error of the database (`40P01`, …); null when the error did not come from a statement. */
export const sqlStateOf = (error: unknown): string | null => {
  if (typeof error !== 'object' || error === null) return null;
  const inner: unknown = Reflect.get(error, 'driverError');
  const code: unknown = Reflect.get(typeof inner === 'object' && inner !== null ? inner : error, 'code');
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
};

/** Whether the database itself could not serve: no connection, shutting down, out of resources. */
export const isDatabaseUnavailable = (error: unknown): boolean => {
  const state = sqlStateOf(error);
  return state === null || unavailableClasses.has(state.slice(0, 2));
};

// 08 connection, 53 resources, 57 operator intervention, 58 system error, 25 read-only standby, 28 authorization.
const unavailableClasses = new Set(['08', '53', '57', '58', '25', '28']);
