import { callLimits } from '@instaflow/flow-model';
import { Button, IconButton } from '@instaflow/ui';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useBuilder } from '../../../state/builder-context';
import { useTexts } from '../../../texts/use-texts';
import { TemplateField } from '../../fields/template-field';
import { TextInput } from '../../fields/text-input';
import { useFieldError } from '../../use-field-error';
import {
  addHeaderRow,
  fitHeaderRows,
  isHeaderTwice,
  toHeaderRows,
  toHeaders,
  type HeaderRow,
} from './header-rows';

const suggestions = ['Authorization', 'Accept', 'Content-Type', 'X-Api-Key'];

/** The headers of a call. A row is kept once it has a name. */
export function HeadersEditor({
  nodeId,
  headers,
  onChange,
}: {
  nodeId: string;
  headers: Record<string, string>;
  onChange: (headers: Record<string, string>) => void;
}) {
  const t = useTexts();
  const [written, setWritten] = useState<readonly HeaderRow[]>(() => toHeaderRows(headers));
  const error = useFieldError(nodeId, 'headers');
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const rows = fitHeaderRows(written, headers);
  const change = (next: readonly HeaderRow[]) => {
    setWritten(next);
    onChange(toHeaders(next));
  };
  return (
    <fieldset data-field-path="headers" disabled={isReadOnly} className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{t('call.headers')}</legend>
      <HeaderList nodeId={nodeId} rows={rows} onChange={change} />
      {error && (
        <p role="alert" className="text-sm text-danger-text">
          {error}
        </p>
      )}
      <div className="flex items-center gap-3">
        <Button
          size="sm"
          disabled={rows.length >= callLimits.headers}
          onClick={() => {
            setWritten(addHeaderRow(rows));
          }}
        >
          <Plus aria-hidden="true" />
          {t('call.addHeader')}
        </Button>
        <span className="text-sm text-ink-muted tabular-nums">
          {t('fields.characters', { used: rows.length, limit: callLimits.headers })}
        </span>
      </div>
    </fieldset>
  );
}

function HeaderList({
  nodeId,
  rows,
  onChange,
}: {
  nodeId: string;
  rows: readonly HeaderRow[];
  onChange: (rows: readonly HeaderRow[]) => void;
}) {
  if (rows.length === 0) return null;
  return (
    <ol className="flex flex-col gap-2">
      {rows.map((row, index) => (
        <HeaderFields
          key={row.id}
          nodeId={nodeId}
          row={row}
          number={index + 1}
          isTwice={isHeaderTwice(rows, row)}
          onChange={(next) => {
            onChange(rows.with(index, next));
          }}
          onRemove={() => {
            onChange(rows.toSpliced(index, 1));
          }}
        />
      ))}
    </ol>
  );
}

function HeaderFields({
  nodeId,
  row,
  number,
  isTwice,
  onChange,
  onRemove,
}: {
  nodeId: string;
  row: HeaderRow;
  number: number;
  isTwice: boolean;
  onChange: (row: HeaderRow) => void;
  onRemove: () => void;
}) {
  const t = useTexts();
  return (
    <li className="flex flex-col gap-1.5 rounded-md border border-line p-2">
      <div className="flex items-start gap-1">
        <div className="min-w-0 flex-1">
          <TextInput
            isLabelHidden
            nodeId={nodeId}
            path={`headers.${row.name}`}
            label={t('call.headerName', { number })}
            suggestions={suggestions}
            hint={isTwice ? t('call.headerTwice') : undefined}
            value={row.name}
            onChange={(name) => {
              onChange({ ...row, name: name.trim() });
            }}
          />
        </div>
        <IconButton
          size="sm"
          hasTooltip={false}
          label={t('fields.remove', { name: row.name || t('call.headerName', { number }) })}
          onClick={onRemove}
        >
          <X aria-hidden="true" />
        </IconButton>
      </div>
      <TemplateField
        isCode
        isLabelHidden
        nodeId={nodeId}
        path={`headerValues.${row.name}`}
        label={t('call.headerValue', { number })}
        rows={1}
        value={row.value}
        onChange={(value) => {
          onChange({ ...row, value });
        }}
      />
    </li>
  );
}
