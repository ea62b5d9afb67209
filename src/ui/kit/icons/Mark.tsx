/** The mark of the page, in the accent colour; 20 pixels, or another size. */
export function Mark({ size = 20 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} className="mark" aria-hidden="true">
      <rect className="mark-ground" width="20" height="20" rx="5" />
      <path className="mark-lines" d="M6.5 6 3 10l3.5 4M13.5 6 17 10l-3.5 4M8.5 8h3M8.5 10h3M8.5 12h3" />
    </svg>
  );
}
