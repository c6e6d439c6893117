import { callLimits, parseBodyTemplate, type JsonValue, type NodeOf } from '@instaflow/flow-model';
import { Button } from '@instaflow/ui';
import { useTexts } from '../../../texts/use-texts';
import { LengthHint } from '../../fields/length-hint';
import { TemplateField } from '../../fields/template-field';
import { findJsonFault } from './find-json-fault';

/** The body of a call, checked while it is written. A GET call sends none, so it is shown only when there is one. */
export function BodyEditor({
  node,
  onChange,
}: {
  node: NodeOf<'external_api_call'>;
  onChange: (body: string) => void;
}) {
  const t = useTexts();
  const text = showBody(node.body);
  if ((node.method ?? 'GET') === 'GET' && text === '') return null;
  const { kind } = parseBodyTemplate(text);
  return (
    <div className="flex flex-col gap-1.5">
      <TemplateField
        isCode
        nodeId={node.id}
        path="body"
        label={t('call.body')}
        placeholder={'{\n  "name": "{{contact.firstName}}"\n}'}
        rows={4}
        value={text}
        counter={<LengthHint used={text.length} limit={callLimits.bodyLength} unit="characters" />}
        onChange={onChange}
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <BodyKind text={text} kind={kind} />
        {kind === 'json' && (
          <Button
            size="sm"
            onClick={() => {
              onChange(JSON.stringify(JSON.parse(text), null, 2));
            }}
          >
            {t('call.format')}
          </Button>
        )}
      </div>
    </div>
  );
}

function BodyKind({ text, kind }: { text: string; kind: ReturnType<typeof parseBodyTemplate>['kind'] }) {
  const t = useTexts();
  const fault = kind === 'broken' ? findJsonFault(text) : null;
  return (
    <p aria-live="polite" className={`text-sm ${kind === 'broken' ? 'text-danger-text' : 'text-ink-muted'}`}>
      {fault ? t('call.brokenAt', fault) : t(`call.bodyKind.${kind}`)}
    </p>
  );
}

function showBody(body: JsonValue | undefined): string {
  if (body === undefined || body === null) return '';
  return typeof body === 'string' ? body : JSON.stringify(body, null, 2);
}
