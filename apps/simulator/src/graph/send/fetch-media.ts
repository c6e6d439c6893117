import type { KnownErrorName } from '../../faults/error-catalogue';
import type { Simulation } from '../../simulation';
import type { Params } from '../graph-call';
import { readObject, readText } from '../read-params';

/** What is wrong with a media address, by address. */
export type MediaTroubles = ReadonlyMap<string, KnownErrorName>;

type Kind = 'image' | 'video' | 'audio' | 'file';

const megabyte = 1024 * 1024;
const allowed: Record<Kind, { maxBytes: number; types: RegExp }> = {
  image: { maxBytes: 8 * megabyte, types: /^image\/(png|jpe?g|gif)$/ },
  video: { maxBytes: 25 * megabyte, types: /^video\/(mp4|ogg|avi|x-msvideo|quicktime|webm)$/ },
  audio: { maxBytes: 25 * megabyte, types: /^(audio\/(aac|mp4|x-m4a|m4a|wav|x-wav|wave)|video\/mp4)$/ },
  file: { maxBytes: 25 * megabyte, types: /^application\/pdf$/ },
};

export const noTroubles: MediaTroubles = new Map();

/** Fetches every file a message points to, as Meta does before it takes the message. */
export async function fetchMedia({ world }: Simulation, params: Params): Promise<MediaTroubles> {
  const message = readObject(params, 'message');
  if (!message) return noTroubles;
  const troubles = new Map<string, KnownErrorName>();
  await Promise.all(
    listMedia(message).map(async ({ kind, url }) => {
      const trouble = await findTrouble(url, allowed[kind], world.switches.mediaTimeoutMs);
      if (trouble) troubles.set(url, trouble);
    }),
  );
  return troubles;
}

function listMedia(message: Params): { kind: Kind; url: string }[] {
  const several: unknown[] = Array.isArray(message['attachments']) ? message['attachments'] : [];
  return [message['attachment'], ...several].flatMap((attachment) => {
    const type = readText(toParams(attachment), 'type') ?? '';
    const payload = toParams(toParams(attachment)['payload']);
    if (type === 'template') return listCardPictures(payload);
    const url = readText(payload, 'url');
    return url !== undefined && isKind(type) ? [{ kind: type, url }] : [];
  });
}

function listCardPictures(payload: Params): { kind: Kind; url: string }[] {
  const elements: unknown[] = Array.isArray(payload['elements']) ? payload['elements'] : [];
  return elements.flatMap((element) => {
    const url = readText(toParams(element), 'image_url');
    return url === undefined ? [] : [{ kind: 'image' as const, url }];
  });
}

function toParams(value: unknown): Params {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function isKind(type: string): type is Kind {
  return Object.hasOwn(allowed, type);
}

async function findTrouble(
  url: string,
  limits: (typeof allowed)[Kind],
  timeoutMs: number,
): Promise<KnownErrorName | null> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await fetch(url, { signal });
    if (!answer.ok || !answer.body) return 'media_fetch';
    if (!limits.types.test(typeOf(answer))) {
      await answer.body.cancel();
      return 'media_type';
    }
    return (await isLarger(answer.body, limits.maxBytes)) ? 'media_size' : null;
  } catch {
    // Unreachable, cut off, or too slow: Meta tells only the last apart.
    return signal.aborted ? 'media_timeout' : 'media_fetch';
  }
}

function typeOf({ headers }: Response): string {
  return (headers.get('content-type') ?? '').replace(/;.*/, '').trim().toLowerCase();
}

/** Stops reading at the limit. */
async function isLarger(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<boolean> {
  const reader = body.getReader();
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return false;
    bytes += value.byteLength;
    if (bytes <= maxBytes) continue;
    await reader.cancel();
    return true;
  }
}
