import type { ReactNode } from "react";

type Props = { readonly size?: number; readonly isFilled?: boolean; readonly children: ReactNode };

/** A square drawing in the colour of the text about it, in lines or in areas; the button that holds it has a name. */
export const Icon = ({ size = 16, isFilled = false, children }: Props) => (
  <svg
    width={size}
    height={size}
    viewBox={`0 0 ${size} ${size}`}
    fill={isFilled ? "currentColor" : "none"}
    stroke={isFilled ? "none" : "currentColor"}
    strokeWidth="1.3"
    aria-hidden="true"
  >
    {children}
  </svg>
);

/** An eye, crossed out where something is hidden. */
export const EyeIcon = ({ isClosed = false }: { isClosed?: boolean }) => (
  <Icon>
    <path d="M1.5 8C3.5 4.8 5.6 3.5 8 3.5s4.5 1.3 6.5 4.5c-2 3.2-4.1 4.5-6.5 4.5S3.5 11.2 1.5 8Z" />
    <circle cx="8" cy="8" r="2" />
    {isClosed && <path d="M2.5 13.5 13.5 2.5" />}
  </Icon>
);

/** One alone: a dot in a ring. */
export const SoloIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.8" />
    <circle cx="8" cy="8" r="2" fill="currentColor" />
  </Icon>
);

/** Two sheets. */
export const DuplicateIcon = () => (
  <Icon>
    <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />
  </Icon>
);

/** A cross. */
export const RemoveIcon = () => (
  <Icon>
    <path d="m3.5 3.5 9 9M12.5 3.5l-9 9" />
  </Icon>
);

/** An arrow that turns back, or on again. */
export const TurnIcon = ({ isForward = false }: { isForward?: boolean }) => (
  <Icon>
    <path
      d="M3 6.5h6.5a3.5 3.5 0 0 1 0 7H7M6 3.2 2.8 6.5 6 9.8"
      transform={isForward ? "matrix(-1 0 0 1 16 0)" : undefined}
    />
  </Icon>
);

/** A disc, half light, half dark. */
export const ThemeIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.8" />
    <path d="M8 2.2a5.8 5.8 0 0 1 0 11.6Z" fill="currentColor" stroke="none" />
  </Icon>
);

/** Out of the page: share. */
export const ShareIcon = () => (
  <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true">
    <path d="M8 10.5V1.8M5 4.5l3-3 3 3M3.5 7.5v6.5h9V7.5" strokeWidth="1.3" strokeLinejoin="round" />
  </svg>
);
