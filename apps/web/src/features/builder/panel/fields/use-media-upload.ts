import { useEffect, useRef, useState } from 'react';
import { useAccount } from '../../../../shared/account/use-account';
import { useErrorText } from '../../../../shared/components/use-error-text';
import '../../texts/edit-texts';
import { useTexts } from '../../texts/use-texts';

type Uploaded = { url: string; contentType: string };

export type MediaUpload = {
  /** 0 to 1 while a file is on its way. */
  progress: number | null;
  error: string | null;
  start: (file: File) => Promise<void>;
  cancel: () => void;
};

/** Uploads one file at a time for a field; leaving the field ends it. */
export function useMediaUpload(onDone: (uploaded: Uploaded) => void): MediaUpload {
  const t = useTexts();
  const errorText = useErrorText();
  const workspaceId = useAccount()?.workspaceId;
  const [progress, setProgress] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);
  const abort = useRef<AbortController | null>(null);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => () => abort.current?.abort(), []);

  const start = async (file: File) => {
    setError(null);
    if (workspaceId === undefined) {
      setError(t('paste.noWorkspace'));
      return;
    }
    const controller = new AbortController();
    abort.current = controller;
    setProgress(0);
    try {
      const { uploadFile } = await import('../../../../shared/api/upload-file');
      const { signal } = controller;
      const { url } = await uploadFile({ workspaceId, file, signal, onProgress: setProgress });
      done.current({ url, contentType: file.type });
    } catch (reason) {
      if (!controller.signal.aborted)
        setError(t('paste.uploadFailed', { name: file.name, reason: errorText(reason) }));
    } finally {
      setProgress(null);
    }
  };
  return { progress, error, start, cancel: () => abort.current?.abort() };
}
