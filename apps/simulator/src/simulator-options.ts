import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

export type SimulatorOptions = {
  /** 0 (default) = any free port. */
  port?: number;
  host?: string;
  /** JSON snapshot to load and keep; absent = memory only. */
  stateFile?: string;
  webhook?: { url?: string | null; appSecret?: string; verifyToken?: string };
  appId?: string;
  /** Fixed extra time of every Graph answer. */
  latencyMs?: number;
  /** Folder of the built test phone page. */
  phoneDirectory?: string;
  /** Seed of faults by probability. */
  seed?: number;
  /** Entries the ledger keeps (200,000). */
  ledgerLimit?: number;
  log?: (line: string) => void;
};

export type ResolvedOptions = {
  port: number;
  host: string;
  stateFile: string | undefined;
  webhook: { url: string | null; appSecret: string; verifyToken: string };
  appId: string;
  latencyMs: number;
  phoneDirectory: string;
  seed: number;
  ledgerLimit: number | undefined;
  log: (line: string) => void;
};

export function resolveOptions(options: SimulatorOptions): ResolvedOptions {
  const { webhook = {} } = options;
  return {
    port: options.port ?? 0,
    host: options.host ?? '127.0.0.1',
    stateFile: options.stateFile,
    webhook: {
      url: webhook.url ?? null,
      appSecret: webhook.appSecret ?? 'simulator-app-secret',
      verifyToken: webhook.verifyToken ?? 'simulator-verify-token',
    },
    appId: options.appId ?? '1029384756102938',
    latencyMs: options.latencyMs ?? 0,
    phoneDirectory: options.phoneDirectory ?? findPhoneDirectory(),
    seed: options.seed ?? 1,
    ledgerLimit: options.ledgerLimit,
    log: options.log ?? (() => undefined),
  };
}

const environmentSchema = z.object({
  SIMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  SIMULATOR_HOST: z.string().optional(),
  SIMULATOR_STATE_FILE: z.string().optional(),
  SIMULATOR_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  SIMULATOR_APP_SECRET: z.string().optional(),
  SIMULATOR_VERIFY_TOKEN: z.string().optional(),
  SIMULATOR_APP_ID: z.string().optional(),
  SIMULATOR_LATENCY_MS: z.coerce.number().int().min(0).optional(),
  SIMULATOR_PHONE_DIRECTORY: z.string().optional(),
  SIMULATOR_SEED: z.coerce.number().int().optional(),
});

const defaultPort = 4100;

/** Options from the environment; an empty value counts as absent. Throws a ZodError that names the variable. */
export function readEnvironment(environment: Record<string, string | undefined>): SimulatorOptions {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const env = environmentSchema.parse(given);
  return {
    port: env.SIMULATOR_PORT ?? defaultPort,
    host: env.SIMULATOR_HOST,
    stateFile: env.SIMULATOR_STATE_FILE,
    webhook: {
      url: env.SIMULATOR_WEBHOOK_URL,
      appSecret: env.SIMULATOR_APP_SECRET,
      verifyToken: env.SIMULATOR_VERIFY_TOKEN,
    },
    appId: env.SIMULATOR_APP_ID,
    latencyMs: env.SIMULATOR_LATENCY_MS,
    phoneDirectory: env.SIMULATOR_PHONE_DIRECTORY,
    seed: env.SIMULATOR_SEED,
  };
}

/** Beside the program when it was built, else where a build in this folder puts it. */
function findPhoneDirectory(): string {
  const beside = join(dirname(process.argv[1] ?? '.'), 'phone');
  return existsSync(join(beside, 'index.html')) ? beside : 'dist/apps/simulator/phone';
}
