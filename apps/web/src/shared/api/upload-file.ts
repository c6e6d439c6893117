import type { MediaFile } from '@instaflow/contracts';
import { getFreshToken } from '../session/refresh-session';
import { ApiError } from './api-error';
import { apiRoutes } from './api-routes';
import { buildRequest } from './build-request';
import { parseAnswer } from './parse-answer';

export type Upload = {
  workspaceId: string;
  file: File;
  signal: AbortSignal;
  /** 0 to 1. */
  onProgress: (progress: number) => void;
};

/**
 * Stores a file for messages. By XMLHttpRequest, the only one that tells how far an upload is. Throws `ApiError`, with
 * status 0 when no answer came or it was aborted.
 */
export async function uploadFile({ workspaceId, file, signal, onProgress }: Upload): Promise<MediaFile> {
  const token = await getFreshToken();
  const { method, url } = buildRequest(apiRoutes.uploadMedia, {
    params: { id: workspaceId },
    query: { fileName: file.name.slice(-200) },
  });
  const request = new XMLHttpRequest();
  request.open(method, url);
  request.setRequestHeader('Content-Type', file.type);
  if (token !== null) request.setRequestHeader('Authorization', `Bearer ${token}`);
  const answer = await transmit(request, { file, signal, onProgress });
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the server answers by the contract, as for other calls
  return (await parseAnswer(answer)) as MediaFile;
}

function transmit(
  request: XMLHttpRequest,
  { file, signal, onProgress }: Omit<Upload, 'workspaceId'>,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const fail = () =>
      reject(new ApiError({ status: 0, code: 'network_error', message: 'No answer from the server' }));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = fail;
    request.onabort = fail;
    request.onload = () => {
      const requestId = request.getResponseHeader('x-request-id');
      const headers = requestId === null ? undefined : { 'x-request-id': requestId };
      resolve(new Response(request.responseText, { status: request.status, headers }));
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
