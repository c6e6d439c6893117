import { waitFor } from '@instaflow/testing';
import { startHttpStub } from './start-http-stub';

type Served = {
  status?: number;
  body?: Buffer | string;
  type?: string;
  delayMs?: number;
  isHanging?: boolean;
};

/** A server of files, each at its path, that counts how often it was asked. */
export const startMediaStub = async () => {
  const { answerWith, ...stub } = await startHttpStub();
  const files = new Map<string, Served>();
  answerWith(({ path }, response) => {
    const {
      status = 200,
      body = '',
      type = 'image/jpeg',
      delayMs = 0,
      isHanging = false,
    } = files.get(path) ?? {
      status: 404,
    };
    if (isHanging) return;
    setTimeout(() => response.writeHead(status, { 'content-type': type }).end(body), delayMs);
  });
  const count = (path: string): number => stub.requests.filter((request) => request.path === path).length;
  return {
    ...stub,
    serve: (path: string, served: Served): void => void files.set(path, served),
    count,
    isAsked: (path: string) => waitFor(() => count(path) > 0, { what: `a request for ${path}` }),
  };
};

export type MediaStub = Awaited<ReturnType<typeof startMediaStub>>;
