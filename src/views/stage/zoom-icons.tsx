import { Icon } from "../../ui/icons";

/** Closer. */
export const PlusIcon = () => (
  <Icon>
    <path d="M8 3.5v9M3.5 8h9" />
  </Icon>
);

/** Farther. */
export const MinusIcon = () => (
  <Icon>
    <path d="M3.5 8h9" />
  </Icon>
);

/** A path in the corners of a window. */
export const FitIcon = () => (
  <Icon>
    <path d="M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3M5 10.5l2-4 2 3 2-4" />
  </Icon>
);

/** A map, whole. */
export const WholeIcon = () => (
  <Icon>
    <path d="M2.5 3.5h11v9h-11zM5 8a3 2 0 1 0 6 0 3 2 0 1 0-6 0" />
  </Icon>
);

/** A lens. */
export const LensIcon = () => (
  <Icon>
    <path d="M2.5 7a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0M10.3 10.3l3.2 3.2M7 5v4M5 7h4" />
  </Icon>
);
