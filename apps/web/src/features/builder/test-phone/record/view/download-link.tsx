import { Button } from '@instaflow/ui';
import { Download } from 'lucide-react';
import { useFormat } from '../../../../../shared/format/use-format';
import { useBuilderSession } from '../../../state/builder-context';
import { usePhoneWorld } from '../../world/phone-world';
import { useRecordingTexts } from '../recording-texts';
import { nameRecording } from './name-recording';

/** Saves the file under the name of the flow and the day. */
export function DownloadLink({ type, url }: { type: string; url: string }) {
  const t = useRecordingTexts();
  const format = useFormat();
  const { flowId } = useBuilderSession();
  const { flowName, username } = usePhoneWorld();
  const name = flowName(flowId) ?? username;
  const day = format.dayKey(new Date().toISOString());
  return (
    <Button asChild variant="primary">
      <a href={url} download={nameRecording({ name, day, type })}>
        <Download aria-hidden="true" />
        {t('download')}
      </a>
    </Button>
  );
}
