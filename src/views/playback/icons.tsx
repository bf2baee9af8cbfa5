import { Icon } from "../../ui/icons";

/** Two triangles to the left: to the start. */
export const StartIcon = () => (
  <Icon size={18} isFilled>
    <path d="M9,3.5V14.5L2,9ZM16,3.5V14.5L9,9Z" />
  </Icon>
);

/** A bar and a triangle to the left: one step back. */
export const BackIcon = () => (
  <Icon size={18} isFilled>
    <path d="M3.4,3.5H5V14.5H3.4ZM14,3.5V14.5L6,9Z" />
  </Icon>
);

/** A triangle and a bar to the right: one step on. */
export const ForwardIcon = () => (
  <Icon size={18} isFilled>
    <path d="M14.6,3.5H13V14.5H14.6ZM4,3.5V14.5L12,9Z" />
  </Icon>
);

/** A triangle to the right, its centre of mass in the middle. */
export const PlayIcon = () => (
  <Icon size={18} isFilled>
    <path d="M6,3.5V14.5L14.5,9Z" />
  </Icon>
);

/** Two bars. */
export const PauseIcon = () => (
  <Icon size={18} isFilled>
    <path d="M4.5,3.5H7.5V14.5H4.5ZM10.5,3.5H13.5V14.5H10.5Z" />
  </Icon>
);

/** Two arrows that chase each other. */
export const LoopIcon = () => (
  <Icon size={18}>
    <path d="M3 9V7.5a2.5 2.5 0 0 1 2.5-2.5H14M11.5 2.5 14 5l-2.5 2.5M15 9v1.5a2.5 2.5 0 0 1-2.5 2.5H4M6.5 15.5 4 13l2.5-2.5" />
  </Icon>
);

/** A way that parts in two. */
export const BranchIcon = () => (
  <Icon size={18}>
    <path d="M2 9h5c3 0 3-4.5 6-4.5h3M7 9c3 0 3 4.5 6 4.5h3" />
    <circle cx="7" cy="9" r="1.6" fill="currentColor" />
  </Icon>
);
