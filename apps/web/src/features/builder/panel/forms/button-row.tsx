import { instagramLimits, type Button as FlowButton } from '@instaflow/flow-model';
import { Select } from '@instaflow/ui';
import { useTexts } from '../../texts/use-texts';
import { ListRowActions } from '../fields/list-row-actions';
import { TextInput } from '../fields/text-input';

/** One quick reply or button: its text, and for a button what it does. */
export function ButtonRow({
  nodeId,
  button,
  index,
  count,
  onChange,
  onMove,
  onRemove,
}: {
  nodeId: string;
  button: FlowButton;
  index: number;
  count: number;
  onChange: (button: FlowButton, field?: string) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}) {
  const t = useTexts();
  const number = index + 1;
  const path = `content.buttons.${String(index)}`;
  return (
    <li className="flex flex-col gap-1.5 rounded-md border border-line p-2">
      <div className="flex items-start gap-1">
        <div className="min-w-0 flex-1">
          <TextInput
            isLabelHidden
            nodeId={nodeId}
            path={`${path}.text`}
            label={t('fields.buttonText', { number })}
            limit={instagramLimits.titleLength}
            value={button.text}
            onChange={(text) => {
              onChange({ ...button, text }, `${path}.text`);
            }}
          />
        </div>
        <ListRowActions
          name={button.text || t('fields.buttonText', { number })}
          index={index}
          count={count}
          onMove={onMove}
          onRemove={onRemove}
        />
      </div>
      {button.type !== 'quick_reply' && (
        <ButtonTarget nodeId={nodeId} button={button} number={number} path={path} onChange={onChange} />
      )}
    </li>
  );
}

function ButtonTarget({
  nodeId,
  button,
  number,
  path,
  onChange,
}: {
  nodeId: string;
  button: FlowButton;
  number: number;
  path: string;
  onChange: (button: FlowButton, field?: string) => void;
}) {
  const t = useTexts();
  return (
    <>
      <Select
        aria-label={t('fields.buttonKind', { number })}
        value={button.type}
        options={[
          { value: 'postback', label: t('fields.leadsOn') },
          { value: 'web_url', label: t('fields.opensUrl') },
        ]}
        onChange={(type) => {
          onChange({ ...button, type: type === 'web_url' ? 'web_url' : 'postback' });
        }}
      />
      {button.type === 'web_url' && (
        <TextInput
          isLabelHidden
          type="url"
          nodeId={nodeId}
          path={`${path}.url`}
          label={t('fields.buttonUrl', { number })}
          value={button.url ?? ''}
          onChange={(url) => {
            onChange({ ...button, url }, `${path}.url`);
          }}
        />
      )}
    </>
  );
}
