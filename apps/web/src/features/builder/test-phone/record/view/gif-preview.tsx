import { Button } from '@instaflow/ui';
import { CirclePlay, CircleStop } from 'lucide-react';
import { useState } from 'react';
import { motionMs } from '../../../canvas/motion-ms';
import { usePhoneWorld } from '../../world/phone-world';
import { useRecordingTexts } from '../recording-texts';
import { previewLook } from './preview-look';
import { useObjectUrl } from './use-object-url';

/** A GIF cannot be halted, so its end stands for it while it is: from the start for who asked for less motion. */
export function GifPreview({ url, still }: { url: string; still: Blob }) {
  const t = useRecordingTexts();
  const { username } = usePhoneWorld();
  const stillUrl = useObjectUrl(still);
  const [isPlaying, setPlaying] = useState(() => motionMs() > 0);
  return (
    <div className="flex flex-col items-center gap-2">
      <img
        src={isPlaying ? url : (stillUrl ?? url)}
        alt={t('preview.gif', { account: username })}
        className={previewLook}
      />
      <Button
        size="sm"
        onClick={() => {
          setPlaying(!isPlaying);
        }}
      >
        {isPlaying ? <CircleStop aria-hidden="true" /> : <CirclePlay aria-hidden="true" />}
        {t(isPlaying ? 'preview.stop' : 'preview.play')}
      </Button>
    </div>
  );
}
