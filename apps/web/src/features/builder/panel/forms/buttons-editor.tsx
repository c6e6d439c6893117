import { instagramLimits, type Button as FlowButton } from '@instaflow/flow-model';
import { Button, SegmentedControl } from '@instaflow/ui';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../texts/use-texts';
import { moveEntry } from '../move-entry';
import { useFieldError } from '../use-field-error';
import { ButtonRow } from './button-row';

type Style = 'quickReplies' | 'buttons';

/** Quick replies or buttons of a message: Instagram shows one of both. */
export function ButtonsEditor({
  nodeId,
  buttons,
  onChange,
}: {
  nodeId: string;
  buttons: FlowButton[];
  onChange: (buttons: FlowButton[], field?: string) => void;
}) {
  const t = useTexts();
  const [emptyStyle, setEmptyStyle] = useState<Style>('quickReplies');
  const error = useFieldError(nodeId, 'content.buttons');
  const [first] = buttons;
  const style: Style = first ? (first.type === 'quick_reply' ? 'quickReplies' : 'buttons') : emptyStyle;
  const limit = style === 'quickReplies' ? instagramLimits.quickReplies : instagramLimits.buttons;
  const used = buttons.length;
  return (
    <fieldset data-field-path="content.buttons" className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{t('fields.buttonStyle')}</legend>
      <SegmentedControl
        label={t('fields.buttonStyle')}
        value={style}
        options={[
          { value: 'quickReplies', label: t('fields.quickReplies') },
          { value: 'buttons', label: t('fields.buttons') },
        ]}
        onChange={(next) => {
          setEmptyStyle(next);
          if (used > 0 && next !== style) onChange(buttons.map((button) => toStyle(button, next)));
        }}
      />
      <ButtonList nodeId={nodeId} buttons={buttons} onChange={onChange} />
      {error && (
        <p role="alert" className="text-sm text-danger-text">
          {error}
        </p>
      )}
      <Button
        size="sm"
        className="self-start"
        disabled={used >= limit}
        onClick={() => {
          onChange([...buttons, newButton(style)]);
        }}
      >
        <Plus aria-hidden="true" />
        {style === 'quickReplies' ? t('fields.addQuickReply') : t('fields.addButton')}
      </Button>
      <p className="text-sm text-ink-muted">
        {style === 'quickReplies'
          ? t('fields.quickRepliesLimit', { used, limit })
          : t('fields.buttonsLimit', { used, limit })}
      </p>
    </fieldset>
  );
}

function ButtonList({
  nodeId,
  buttons,
  onChange,
}: {
  nodeId: string;
  buttons: FlowButton[];
  onChange: (buttons: FlowButton[], field?: string) => void;
}) {
  return (
    <ol className="flex flex-col gap-2">
      {buttons.map((button, index) => (
        <ButtonRow
          key={button.payload ?? `button-${String(index)}`}
          nodeId={nodeId}
          button={button}
          index={index}
          count={buttons.length}
          onChange={(next, field) => {
            onChange(buttons.with(index, next), field);
          }}
          onMove={(to) => {
            onChange(moveEntry(buttons, index, to));
          }}
          onRemove={() => {
            onChange(buttons.toSpliced(index, 1));
          }}
        />
      ))}
    </ol>
  );
}

/** The payload is given once and for good, so that renaming a button never moves its connection. */
function newButton(style: Style): FlowButton {
  const random = crypto.getRandomValues(new Uint16Array(2));
  const payload = `reply_${Array.from(random, (part) => part.toString(36)).join('')}`;
  return { type: style === 'quickReplies' ? 'quick_reply' : 'postback', text: '', payload };
}

function toStyle(button: FlowButton, style: Style): FlowButton {
  return { ...button, type: style === 'quickReplies' ? 'quick_reply' : 'postback' };
}
