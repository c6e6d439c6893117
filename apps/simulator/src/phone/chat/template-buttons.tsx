import { ExternalLink } from 'lucide-react';
import type { Button } from '../../threads/message';
import type { Tap } from './use-thread-actions';

type Props = {
  mid: string;
  buttons: Button[];
  /** Position of the first button over all cards of the message. */
  firstIndex: number;
  onTap: (tap: Tap) => void;
};

export function TemplateButtons({ mid, buttons, firstIndex, onTap }: Props) {
  return (
    <div className="template-buttons">
      {buttons.map((button, index) => (
        <button
          key={index}
          type="button"
          title={button.type === 'web_url' ? button.url : undefined}
          onClick={() => onTap({ kind: 'button', mid, index: firstIndex + index })}
        >
          {button.title}
          {button.type === 'web_url' && <ExternalLink size={14} aria-label="opens a link" />}
        </button>
      ))}
    </div>
  );
}
