export { systemClock, type Clock } from './clock/clock';
export { loadConfig, type Config } from './config/load-config';
export { ConfigError } from './config/config-error';
export { ensureLocalSecrets, type LocalSecrets } from './config/ensure-local-secrets';
export { type EnvironmentName, environmentNames } from './config/environment-schema';
export { constantTimeEqual } from './crypto/constant-time-equal';
export { createKeyRing, type KeyRing } from './crypto/key-ring';
export { randomToken } from './crypto/random-token';
export { sha256Hex } from './crypto/sha256-hex';
export {
  AppError,
  type AppErrorInit,
  type AppErrorKind,
  badRequest,
  conflict,
  forbidden,
  notFound,
  tooManyRequests,
  unauthorized,
  unavailable,
  unprocessable,
} from './errors/app-error';
export { errorCode } from './errors/error-code';
export { isAppError } from './errors/is-app-error';
export { ensureDirectory } from './files/ensure-directory';
export {
  createOutboundClient,
  type OutboundAnswer,
  type OutboundClient,
  type OutboundRequest,
} from './http/create-outbound-client';
export { isPublicAddress } from './http/is-public-address';
export { createLogger, type Logger } from './logger/create-logger';
export { createMetrics, type Metrics } from './metrics/create-metrics';
