import { motionMs } from '../../../canvas/motion-ms';
import { usePhoneWorld } from '../../world/phone-world';
import { useRecordingTexts } from '../recording-texts';
import { previewLook } from './preview-look';

/** The video as it will be; it plays by itself only for who has nothing against motion. */
export function VideoPreview({ url }: { url: string }) {
  const t = useRecordingTexts();
  const { username } = usePhoneWorld();
  return (
    <video
      src={url}
      controls
      muted
      playsInline
      autoPlay={motionMs() > 0}
      aria-label={t('preview.video', { account: username })}
      className={previewLook}
    />
  );
}
