import { Sparkles } from 'lucide-react';
import { CardFrame, CardVeil } from '../overlay/marked-card';
import type { NodeMark } from '../overlay/overlay-store';
import '../texts/edit-texts';
import { useTexts } from '../texts/use-texts';

export type ProposalMarksProps = { mark: Extract<NodeMark, { kind: 'proposal' }>; isFlat: boolean };

/** A step that is only proposed: tinted, in a broken ring, with a sign and a word. The steps of the flow are faded. */
export function ProposalMarks({ mark: { isProposed }, isFlat }: ProposalMarksProps) {
  const t = useTexts();
  if (!isProposed) return <CardVeil />;
  return (
    <>
      <span aria-hidden="true" className="pointer-events-none absolute -inset-px rounded-lg bg-accent/10" />
      <CardFrame
        isFlat={isFlat}
        icon={Sparkles}
        label={t('step.proposed')}
        ringClass="outline-accent outline-dashed"
        tagClass="bg-accent-soft text-accent-text outline-accent"
      />
    </>
  );
}
