/** The mark of the page, in the accent colour. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <rect className="mark-ground" width="20" height="20" rx="5" />
      <path className="mark-lines" d="M6.5 6 3 10l3.5 4M13.5 6 17 10l-3.5 4M8.5 8h3M8.5 10h3M8.5 12h3" />
    </svg>
  );
}
