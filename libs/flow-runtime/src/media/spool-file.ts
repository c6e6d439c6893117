import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

export type Spooled =
  | { outcome: 'spooled'; path: string; bytes: number; sha256: string; head: Uint8Array }
  | { outcome: 'too_large' };

/** As much as tells what a file is. */
const headBytes = 4_096;
const abandonedMs = 24 * 3_600_000;

/**
 * Writes a stream into a new file of `directory`, safely on the disk when it resolves. Nothing is left of one that is
 * larger than `maxBytes` or breaks off; it rejects with the error of the stream or of the file system.
 */
export const spoolFile = async (
  source: AsyncIterable<Uint8Array>,
  { directory, maxBytes }: { directory: string; maxBytes: number },
): Promise<Spooled> => {
  await mkdir(directory, { recursive: true });
  const path = join(directory, randomUUID());
  const handle = await open(path, 'wx');
  let isKept = false;
  try {
    const hash = createHash('sha256');
    let head = Buffer.alloc(0);
    let bytes = 0;
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > maxBytes) return { outcome: 'too_large' };
      if (head.length < headBytes) head = Buffer.concat([head, chunk]).subarray(0, headBytes);
      hash.update(chunk);
      await handle.write(chunk);
    }
    await handle.sync();
    isKept = true;
    return { outcome: 'spooled', path, bytes, sha256: hash.digest('hex'), head };
  } finally {
    await handle.close();
    if (!isKept) await rm(path, { force: true });
  }
};

/** Removes what a process that died left behind. */
export const clearSpool = async (directory: string, now: number): Promise<void> => {
  const names = await readdir(directory).catch(() => []);
  for (const name of names) {
    const path = join(directory, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && now - found.mtimeMs > abandonedMs) await rm(path, { force: true });
  }
};
