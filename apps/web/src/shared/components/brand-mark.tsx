export type BrandMarkProps = { className?: string };

/** The mark of the product. Decorative: the name stands beside it. */
export function BrandMark({ className = 'size-7' }: BrandMarkProps) {
  return (
    <span
      aria-hidden="true"
      className={`inline-grid shrink-0 place-items-center rounded-md ${className}`}
      style={{ background: 'var(--brand-gradient)' }}
    >
      <svg
        viewBox="0 0 32 32"
        className="size-full"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
      >
        <path d="M9 10.5h8a4 4 0 0 1 0 8h-2a4 4 0 0 0-4 4M11 22.5h9" />
        <circle cx="9" cy="10.5" r="2" fill="#fff" />
        <circle cx="22.5" cy="22.5" r="2" fill="#fff" />
      </svg>
    </span>
  );
}
