import { countUtf8Bytes, instagramLimits } from '@instaflow/flow-model';
import { cx, Textarea } from '@instaflow/ui';
import { useRef, type ReactNode } from 'react';
import { LengthHint } from './length-hint';
import { StepField } from './step-field';
import { VariableMenu } from './variable-menu';

export type TemplateFieldProps = {
  nodeId: string;
  path: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  placeholder?: string;
  /** Counts bytes against what fits into one message. */
  isMessage?: boolean;
  /** For addresses and JSON: letters of one width, no spelling help. */
  isCode?: boolean;
  isLabelHidden?: boolean;
  /** How much of a limit is used; messages count by themselves. */
  counter?: ReactNode;
  rows?: number;
};

/** Text that is sent, with variables that can be put in where the caret is. */
export function TemplateField({
  nodeId,
  path,
  label,
  value,
  onChange,
  hint,
  placeholder,
  isMessage = false,
  isCode = false,
  isLabelHidden,
  counter,
  rows = 3,
}: TemplateFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const insert = (variable: string) => {
    const element = area.current;
    const start = element?.selectionStart ?? value.length;
    const end = element?.selectionEnd ?? value.length;
    const text = `{{${variable}}}`;
    onChange(value.slice(0, start) + text + value.slice(end));
    requestAnimationFrame(() => {
      element?.focus();
      element?.setSelectionRange(start + text.length, start + text.length);
    });
  };
  return (
    <StepField
      nodeId={nodeId}
      path={path}
      label={label}
      isLabelHidden={isLabelHidden}
      hint={isMessage ? null : hint}
    >
      <Textarea
        ref={area}
        rows={rows}
        value={value}
        placeholder={placeholder ?? (isLabelHidden ? label : undefined)}
        spellCheck={!isCode}
        className={cx('max-h-80 overflow-y-auto', isCode && 'font-mono text-sm break-all')}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <div className="flex items-center justify-between gap-2 text-sm text-ink-muted">
        <VariableMenu onChoose={insert} />
        {isMessage ? (
          <LengthHint used={countUtf8Bytes(value)} limit={instagramLimits.textBytes} unit="bytes" />
        ) : (
          counter
        )}
      </div>
    </StepField>
  );
}
