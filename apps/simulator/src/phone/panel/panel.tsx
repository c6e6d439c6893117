import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Person, ShownAccount } from '../data/types';
import { IconButton } from '../parts/icon-button';
import { AccountSection } from './account-section';
import { ClockSection } from './clock-section';
import { FaultSection } from './fault-section';
import { LedgerSection } from './ledger-section';
import { SwitchSection } from './switch-section';
import { ThemeSwitch } from './theme-switch';
import { TroubleSection } from './trouble-section';
import { WebhookSection } from './webhook-section';

type Props = { account: ShownAccount | null; person: Person | null; isOpen: boolean; onClose: () => void };

/** The controls of the simulated world: beside the phone, or a drawer where there is no room. */
export function Panel({ account, person, isOpen, onClose }: Props) {
  const closer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    closer.current?.querySelector('button')?.focus();
    const closeOnEscape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose();
    };
    window.addEventListener('keydown', closeOnEscape);
    return () => window.removeEventListener('keydown', closeOnEscape);
  }, [isOpen, onClose]);
  return (
    <aside className={`panel ${isOpen ? 'is-open' : ''}`} aria-label="Simulator controls">
      <div className="panel-head" ref={closer}>
        <h2>Simulator</h2>
        <ThemeSwitch />
        <IconButton label="Close the controls" className="panel-closer" onClick={onClose}>
          <X size={18} aria-hidden="true" />
        </IconButton>
      </div>
      <ClockSection account={account} person={person} />
      <FaultSection />
      <WebhookSection />
      <LedgerSection account={account} />
      {account && <AccountSection account={account} person={person} />}
      {account && <TroubleSection account={account} person={person} />}
      <SwitchSection />
    </aside>
  );
}
