/** Puts a number back to what it is usually. */
export const ResetButton = ({ label, onReset }: { label: string; onReset: () => void }) => (
  <button type="button" className="objective-reset" aria-label={label} title={label} onClick={onReset}>
    ↺
  </button>
);
