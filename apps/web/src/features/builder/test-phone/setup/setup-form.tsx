import { useTexts } from '../../texts/use-texts';
import { CallFields } from './call-fields';
import { ChanceFields } from './chance-fields';
import { FailingMessage } from './failing-message';
import { KnownValues } from './known-values';
import { PersonPicker } from './person-picker';

/** Who holds the phone, and what is decided instead of chance, other programs and Instagram. */
export function SetupForm() {
  const t = useTexts();
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-6 overflow-y-auto px-3 py-4">
      <Section title={t('phone.setup.person')}>
        <PersonPicker />
        <KnownValues />
      </Section>
      <Section title={t('phone.setup.chance')}>
        <ChanceFields />
      </Section>
      <Section title={t('phone.setup.outside')}>
        <CallFields />
        <FailingMessage />
      </Section>
      <p className="text-sm text-ink-muted">{t('phone.setup.hint')}</p>
    </div>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </section>
  );
}
