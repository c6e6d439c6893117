import type { FastifyHelmetOptions } from '@fastify/helmet';

/**
 * Content security policy and its relatives. Styles may be inline because component libraries insert them; scripts
 * may not. Pictures come from Instagram's servers (https), from the simulator of this machine or from the public address
 * of this installation, which need not be the one in the browser.
 */
export function securityHeaders(options: {
  publicUrl: string;
  simulatorUrl: string | null;
}): FastifyHelmetOptions {
  const isHttps = options.publicUrl.startsWith('https:');
  const { host, origin } = new URL(options.publicUrl);
  const simulator = options.simulatorUrl === null ? [] : [new URL(options.simulatorUrl).origin];
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'", 'data:'],
        imgSrc: ["'self'", origin, 'https:', 'data:', 'blob:', ...simulator],
        mediaSrc: ["'self'", origin, 'https:', 'blob:', ...simulator],
        connectSrc: ["'self'", `${isHttps ? 'wss' : 'ws'}://${host}`],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  };
}
