type Props = { items: { title: string }[]; onTap: (index: number) => void };

export function PersistentMenu({ items, onTap }: Props) {
  return (
    <div className="attach-menu" role="group" aria-label="Menu of the business">
      {items.map(({ title }, index) => (
        <button key={index} type="button" onClick={() => onTap(index)}>
          {title}
        </button>
      ))}
    </div>
  );
}
