const secretKeys = [
  'authorization',
  'cookie',
  '["set-cookie"]',
  '["x-api-key"]',
  '["x-admin-token"]',
  '["x-hub-signature-256"]',
  'accessToken',
  'access_token',
  'refreshToken',
  'refresh_token',
  'token',
  'password',
  'newPassword',
  'currentPassword',
  'passwordHash',
  'secret',
  'clientSecret',
  'client_secret',
  'appSecret',
  'app_secret',
  'jwtSecret',
  'apiKey',
  'encryptionKey',
  'encryptionKeys',
  'signedRequest',
  'signed_request',
  'text',
  'messageText',
  'messageContent',
];

/** pino redaction paths: each secret key at the top and under one to three unknown parents. */
export const redactedPaths: string[] = secretKeys.flatMap((key) => {
  const dotted = key.startsWith('[') ? key : `.${key}`;
  return [key, `*${dotted}`, `*.*${dotted}`, `*.*.*${dotted}`];
});
