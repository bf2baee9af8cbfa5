import "./segmented.css";

type Props<T extends string> = {
  readonly label: string;
  readonly value: T;
  /** `barred` says why an option cannot be taken now. */
  readonly options: readonly { readonly value: T; readonly word: string; readonly barred?: string | false }[];
  readonly onChange: (value: T) => void;
};

/** One of a few, all in sight. */
export const Segmented = <T extends string>({ label, value, options, onChange }: Props<T>) => (
  <div className="segmented" role="group" aria-label={label}>
    {options.map((option) => (
      <button
        key={option.value}
        type="button"
        aria-pressed={option.value === value}
        aria-disabled={option.barred ? true : undefined}
        title={option.barred || undefined}
        onClick={() => option.barred || onChange(option.value)}
      >
        {option.word}
      </button>
    ))}
  </div>
);
