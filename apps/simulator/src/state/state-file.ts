import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { snapshotSchema, type Snapshot } from './snapshot';

const shortestPauseMs = 500;
/** Writing may take at most this share of the time, however large the world has grown. */
const pausePerWrite = 20;

export type StateFile = {
  read(): Snapshot | null;
  /** Something changed: a write follows soon, one for many changes. */
  markDirty(): void;
  /** Writes at once and stops. */
  close(): Promise<void>;
};

/** Keeps a snapshot on disk. The file is replaced by rename, so a crash leaves the old one or the new one. */
export function createStateFile(options: {
  path: string;
  take: () => Snapshot;
  log: (line: string) => void;
}): StateFile {
  const { path, take, log } = options;
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> | null = null;
  let pauseMs = shortestPauseMs;
  let isDirty = false;
  let isClosed = false;

  const write = async (): Promise<void> => {
    const startedAt = performance.now();
    isDirty = false;
    try {
      await writeFile(`${path}.tmp`, JSON.stringify(take()));
      await rename(`${path}.tmp`, path);
    } catch (error) {
      log(
        `The state could not be written to ${path}: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    pauseMs = Math.max(shortestPauseMs, (performance.now() - startedAt) * pausePerWrite);
  };

  const schedule = (): void => {
    if (timer || writing || isClosed) return;
    timer = setTimeout(() => {
      timer = null;
      writing = write().finally(() => {
        writing = null;
        if (isDirty) schedule();
      });
    }, pauseMs);
  };

  mkdirSync(dirname(path), { recursive: true });
  return {
    read: () => readSnapshot(path, log),
    markDirty() {
      isDirty = true;
      schedule();
    },
    async close() {
      isClosed = true;
      if (timer) clearTimeout(timer);
      await writing;
      writeFileSync(`${path}.tmp`, JSON.stringify(take()));
      renameSync(`${path}.tmp`, path);
    },
  };
}

/** A file that cannot be read is set aside, not overwritten. */
function readSnapshot(path: string, log: (line: string) => void): Snapshot | null {
  if (!existsSync(path)) return null;
  try {
    return snapshotSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const aside = `${path}.broken-${Date.now()}`;
    renameSync(path, aside);
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    log(
      `The state in ${path} cannot be read (${reason}); it was moved to ${aside} and the simulator starts empty.`,
    );
    return null;
  }
}
