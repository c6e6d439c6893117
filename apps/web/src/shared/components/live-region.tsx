import { create } from 'zustand';

const useAnnouncement = create<{ text: string; count: number }>()(() => ({ text: '', count: 0 }));

/** Tells screen readers something that happened, without moving the focus. */
export const announce = (text: string): void =>
  useAnnouncement.setState(({ count }) => ({ text, count: count + 1 }));

/** Where announcements are read from; mounted once. */
export function LiveRegion() {
  const { text, count } = useAnnouncement();
  return (
    <div aria-live="polite" className="sr-only">
      <span key={count}>{text}</span>
    </div>
  );
}
