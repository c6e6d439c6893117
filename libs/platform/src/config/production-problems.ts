import type { ConfigProblem } from './config-error';
import type { Environment } from './environment-schema';

/** In production nothing is generated: what is missing, weak or left at an example value. */
export function productionProblems(environment: Environment): ConfigProblem[] {
  return [...missing(environment), ...weak(environment)];
}

const required = {
  DATABASE_URL:
    'is missing: the address of a PostgreSQL database, such as postgres://user:password@host:5432/instaflow',
  PUBLIC_URL: 'is missing: the address under which people and Meta reach this installation',
  JWT_SECRET: 'is missing: at least 32 random characters; `openssl rand -base64 48` makes one',
  ENCRYPTION_KEYS: 'is missing: a 32-byte key in base64; `openssl rand -base64 32` makes one',
  INSTAGRAM_APP_SECRET:
    'is missing: the app secret from the Meta developer console; webhooks are signed with it',
  INSTAGRAM_VERIFY_TOKEN:
    'is missing: a random word of yours that you also enter in the Meta developer console',
  GRAPH_API_URL: 'is missing: https://graph.instagram.com',
} as const;

function missing(environment: Environment): ConfigProblem[] {
  const problems: ConfigProblem[] = Object.entries(required)
    .filter(([variable]) => Reflect.get(environment, variable) === undefined)
    .map(([variable, problem]) => ({ variable, problem }));
  if (environment.SEED_DEMO === true) {
    problems.push({ variable: 'SEED_DEMO', problem: 'is for trying out only: remove it in production' });
  }
  return problems;
}

function weak(environment: Environment): ConfigProblem[] {
  const secrets = {
    JWT_SECRET: environment.JWT_SECRET,
    INSTAGRAM_APP_SECRET: environment.INSTAGRAM_APP_SECRET,
    META_APP_SECRET: environment.META_APP_SECRET,
    INSTAGRAM_VERIFY_TOKEN: environment.INSTAGRAM_VERIFY_TOKEN,
  };
  const problems = Object.entries(secrets)
    .filter(([, value]) => value !== undefined && isGuessable(value))
    .map(([variable]) => ({
      variable,
      problem: 'looks like an example or is easy to guess: use a random value',
    }));
  if (environment.ENCRYPTION_KEYS?.some((key) => new Set(key).size < 12)) {
    problems.push({
      variable: 'ENCRYPTION_KEYS',
      problem: 'holds a key that is not random; `openssl rand -base64 32` makes one',
    });
  }
  return problems;
}

const exampleWords =
  /change[-_ ]?(me|this)|your[-_ ]|example|password|placeholder|insecure|default|secret[-_ ]?key|jwt[-_ ]?secret/i;

function isGuessable(secret: string): boolean {
  return secret.length < 8 || new Set(secret).size < 6 || exampleWords.test(secret);
}
