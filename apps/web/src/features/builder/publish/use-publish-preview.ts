import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { callApi } from '../../../shared/api/call-api';
import { whenSaved } from '../autosave/when-saved';
import { useBuilder, useBuilderSession } from '../state/builder-context';

/** What publishing the draft would mean. It is asked once every edit is saved, since the server answers for what it has. */
export function usePublishPreview() {
  const session = useBuilderSession();
  const { flowId } = session;
  const revision = useBuilder(({ autosave }) => autosave.revision);
  const status = useBuilder(({ autosave }) => autosave.status);
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    void whenSaved(session).then(() => {
      if (isCurrent) setAsked(true);
    });
    return () => {
      isCurrent = false;
    };
  }, [session]);
  const isSaved = isAsked && status === 'saved';
  const query = useQuery({
    queryKey: ['publish-preview', flowId, revision],
    queryFn: ({ signal }) => callApi('previewPublish', { params: { id: flowId } }, { signal }),
    enabled: isSaved,
    staleTime: 0,
    gcTime: 0,
  });
  return { query, isSaved, isUnsaved: isAsked && status !== 'saved' };
}
