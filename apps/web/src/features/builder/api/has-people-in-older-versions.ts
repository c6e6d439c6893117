import type { Flow } from '@instaflow/contracts';
import { callApi } from '../../../shared/api/call-api';

/** Whether people stand in other versions of a flow than the published one. Not known counts as no: it is only an offer. */
export async function hasPeopleInOlderVersions({ flowId, publishedVersion }: Flow): Promise<boolean> {
  if (publishedVersion === null) return false;
  try {
    const { standing } = await callApi('movePeople', {
      params: { id: flowId, version: publishedVersion },
      body: { dryRun: true },
    });
    return standing.length > 0;
  } catch {
    return false;
  }
}
