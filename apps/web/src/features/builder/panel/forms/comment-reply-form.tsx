import type { NodeOf } from '@instaflow/flow-model';
import { Button, IconButton } from '@instaflow/ui';
import { Plus, X } from 'lucide-react';
import { useTexts } from '../../texts/use-texts';
import { TemplateField } from '../fields/template-field';
import { useStepEdit } from '../use-step-edit';

/** The public answers to a comment, one of which is chosen. */
export function CommentReplyForm({ node }: { node: NodeOf<'comment_reply'> }) {
  const t = useTexts();
  const edit = useStepEdit(node.id);
  const variants = Array.isArray(node.text) ? node.text : [node.text ?? ''];
  return (
    <div className="flex flex-col gap-3">
      {variants.map((variant, index) => {
        const label = t('fields.commentReply', { number: index + 1 });
        return (
          <div key={index} className="relative">
            <TemplateField
              nodeId={node.id}
              path={index === 0 ? 'text' : `text.${String(index)}`}
              label={label}
              rows={2}
              value={variant}
              onChange={(text) => {
                edit({ text: variants.with(index, text) }, `text.${String(index)}`);
              }}
            />
            {variants.length > 1 && (
              <IconButton
                size="sm"
                hasTooltip={false}
                className="absolute -top-1 right-0"
                label={t('fields.remove', { name: label })}
                onClick={() => {
                  edit({ text: variants.toSpliced(index, 1) });
                }}
              >
                <X aria-hidden="true" />
              </IconButton>
            )}
          </div>
        );
      })}
      <Button
        size="sm"
        className="self-start"
        onClick={() => {
          edit({ text: [...variants, ''] });
        }}
      >
        <Plus aria-hidden="true" />
        {t('fields.addVariant')}
      </Button>
      <p className="text-sm text-ink-muted">{t('fields.commentRepliesHint')}</p>
    </div>
  );
}
