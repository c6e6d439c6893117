import { kindLooks } from '../card/kind-looks';

/** The icon of a kind of step on its colour. */
export function KindIcon({ type }: { type: string }) {
  const { icon: Icon, tone } = kindLooks(type);
  return (
    <span
      aria-hidden="true"
      data-tone={tone}
      className="grid size-7 shrink-0 place-items-center rounded-md bg-(--kind-soft) text-(--kind)"
    >
      <Icon className="size-4" />
    </span>
  );
}
