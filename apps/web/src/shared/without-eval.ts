/**
 * zod compiles schemas with `new Function` where that is allowed. The page's security policy forbids it and reports the
 * mere try, so zod is told before its first schema; this is where `z.config` keeps what it is told.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
