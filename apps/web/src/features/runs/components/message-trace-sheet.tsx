import { Sheet, SkeletonRows } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../shared/components/query-view';
import { useMessageTrace } from '../api/use-message-trace';
import { useRunTexts } from '../use-run-texts';
import { MessageTraceView } from './message-trace-view';

export type MessageTraceSheetProps = { messageLogId: string; onClose: () => void };

/** Why a message was sent, or why what someone wrote got no answer. */
export function MessageTraceSheet({ messageLogId, onClose }: MessageTraceSheetProps) {
  const t = useRunTexts();
  const { t: appText } = useTranslation('app');
  const trace = useMessageTrace(messageLogId);
  return (
    <Sheet
      isOpen
      className="w-[min(34rem,100vw)]"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('message.title')}
      closeLabel={appText('actions.close')}
    >
      <QueryView
        query={trace}
        skeleton={<SkeletonRows label={appText('loading')} className="h-16" count={5} />}
      >
        {(loaded) => <MessageTraceView trace={loaded} />}
      </QueryView>
    </Sheet>
  );
}
