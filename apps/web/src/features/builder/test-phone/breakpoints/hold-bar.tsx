import { findHeldStep, type Talk } from '@instaflow/flow-engine';
import { Button } from '@instaflow/ui';
import { OctagonPause, Play, StepForward } from 'lucide-react';
import { listValues } from '../../../../shared/trace/list-values';
import { ValueList } from '../../../../shared/trace/value-list';
import { useBuilder, useBuilderSession } from '../../state/builder-context';
import { nameKind } from '../../texts/name-kind';
import { useTexts } from '../../texts/use-texts';
import { usePhone, usePhoneStore } from '../state/use-phone';
import { isHeldBefore } from './is-held-before';

/** While the conversation is held: before which step, what is known there, and how to go on. */
export function HoldBar() {
  const t = useTexts();
  const session = useBuilderSession();
  const phone = usePhoneStore();
  const talk = usePhone((state) => state.talk);
  const step = usePhone(({ hold }) => hold && findHeldStep(hold));
  const name = useBuilder(({ definition }) => definition.nodes.find(({ id }) => id === step?.nodeId)?.name);
  if (!step) return null;
  return (
    <section
      aria-label={t('phone.hold.label')}
      className="flex max-h-1/2 flex-col gap-2 border-t-2 border-warning bg-surface px-3 py-2"
    >
      <p role="status" className="flex items-start gap-2 text-sm">
        <OctagonPause aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warning-text" />
        <span className="min-w-0 break-words">
          {t('phone.hold.before', { name: name || nameKind(t, step.nodeType) })}
        </span>
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          variant="primary"
          onClick={() => {
            phone.getState().goOn(isHeldBefore(session));
          }}
        >
          <Play aria-hidden="true" />
          {t('phone.hold.goOn')}
        </Button>
        <Button
          size="sm"
          onClick={() => {
            phone.getState().goOn(() => true);
          }}
        >
          <StepForward aria-hidden="true" />
          {t('phone.hold.oneStep')}
        </Button>
      </div>
      <KnownHere talk={talk} />
    </section>
  );
}

/** What templates and rules would read now. */
function KnownHere({ talk: { contact, run } }: { talk: Talk }) {
  const t = useTexts();
  const values = [
    ...listValues(named('contact', { tags: contact.tags, ...contact.customAttributes })),
    ...listValues(named('flow', run?.context ?? {})),
  ].filter(({ text }) => text !== '');
  return (
    <div
      role="region"
      aria-label={t('phone.hold.values')}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keyboard
      tabIndex={0}
      className="min-h-0 overflow-y-auto"
    >
      {values.length > 0 ? (
        <ValueList values={values} />
      ) : (
        <p className="text-sm text-ink-muted">{t('phone.hold.noValues')}</p>
      )}
    </div>
  );
}

function named(root: string, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${root}.${name}`, value]));
}
