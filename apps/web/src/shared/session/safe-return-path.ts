/** Where to go after signing in: a path of this app, never another site. */
export const safeReturnPath = (path: string | null): string =>
  path !== null && /^\/(?![/\\])/.test(path) ? path : '/';
